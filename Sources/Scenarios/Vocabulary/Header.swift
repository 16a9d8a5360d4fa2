import LiveClient

/// The keys at the top of a scenario file.
enum Header {
    private static let lint = Shape.Options(
        name: "lint",
        entries: Diagnostic.Rule.allCases.map { rule in
            Shape.Option(
                name: rule.rawValue, shape: .word(LintLevel.allCases.map(\.rawValue)),
                about: "What becomes of a finding of this kind.")
        })

    static let world: [Shape.Option] = [
        Shape.Option(name: "size", shape: .size, about: "The terminal's size; 80x24 unless told."),
        Shape.Option(
            name: "color", shape: .word(World.Color.allCases.map(\.rawValue)), about: "The colours; none unless told."),
        Shape.Option(name: "seed", shape: .integer(0...Int(Int32.max)), about: "The seed of chance; 0 unless told."),
        Shape.Option(
            name: "lint", shape: .options(lint),
            about: "What becomes of mistakes by rule: an error fails its step, warn tells of it."
        ),
        Shape.Option(
            name: "clock", shape: .moment, about: "Where virtual time starts; 2026-01-01T00:00:00Z unless told."),
    ]

    static let options = Shape.Options(
        name: "the header",
        entries: [
            Shape.Option(name: "scenario", shape: .text, about: "What it shows, in one line.", isRequired: true),
            Shape.Option(name: "about", shape: .text, about: "More about it."),
            Shape.Option(name: "tags", shape: .oneOrMore(.text), about: "Words to select scenarios by."),
            Shape.Option(name: "skip", shape: .text, about: "Why it is not run."),
            Shape.Option(name: "fails", shape: .text, about: "Why it is known to fail; passing is then an error."),
        ] + world + [
            Shape.Option(name: "vars", shape: .dictionary(.json), about: "Variables, used as ${name}."),
            Shape.Option(
                name: "table", shape: .list(.dictionary(.json), count: nil),
                about: "One case for each row; the columns are variables."),
            Shape.Option(
                name: "matrix", shape: .dictionary(.list(.json, count: nil)),
                about: "One case for each combination; the keys are those of the header, or variables."),
            Shape.Option(name: "steps", shape: .steps, about: "What happens.", isRequired: true),
        ])
}
