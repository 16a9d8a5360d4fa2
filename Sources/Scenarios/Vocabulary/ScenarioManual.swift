/// Explains the scenario language, from the same tables that check it.
package enum ScenarioManual {
    /// The names of all steps.
    package static var stepNames: [String] { Verb.names }

    /// All steps, one line each.
    package static var overview: String {
        let width = Verb.names.map(\.count).max() ?? 0
        return Verb.all.map { verb in
            verb.name + String(repeating: " ", count: width - verb.name.count + 2) + verb.about + "\n"
        }.joined()
    }

    /// What a step does, its options and an example; nil when there is no such step.
    package static func explain(_ name: String) -> String? {
        guard let verb = Verb.byName[name] else { return nil }
        var lines = [
            "\(verb.name): \(verb.about)", "", "  - \(verb.example)", "", "takes \(verb.argument.expectation)",
        ]
        let options = Self.options(of: verb.argument)
        let width = options.map(\.name.count).max() ?? 0
        for option in options {
            let padding = String(repeating: " ", count: width - option.name.count + 2)
            lines.append("  \(option.name)\(padding)\(option.about)\(option.isRequired ? " Required." : "")")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func options(of shape: Shape) -> [Shape.Option] {
        switch shape {
        case .options(let options), .short(_, let options): options.entries
        case .target: Shape.Options.target.entries
        case .text, .someText, .longText, .textOrNull, .word, .integer, .boolean, .size, .duration, .moment, .keys,
            .selector,
            .regularExpression, .json, .list, .oneOrMore, .dictionary, .steps:
            []
        }
    }
}
