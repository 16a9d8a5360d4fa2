import LiveClient
import TextLayout

/// The keys at the top of a scenario file.
enum Header {
    static let title = Option(PartFile.scenarioKey, .text, "What it shows, in one line.", isRequired: true)
    static let about = Option("about", .text, "More about it.")
    static let tags = Option("tags", .oneOrMore(.text), "Words to select scenarios by.")
    static let skip = Option("skip", .text, "Why it is not run.")
    static let fails = Option("fails", .text, "Why it is known to fail; passing is then an error.")

    static let variables = Option("vars", .dictionary(value), "Variables, used as ${name}.")
    static let table = Option(
        "table", Notation<Located>(.short(.list(.dictionary(.json), count: nil), .init("table", tableFile))) { $0 },
        "One case for each row; the columns are variables.")
    static let tableFile = Option(
        "file", .text, "A file of comma-separated values, relative to this one; its first line names the columns.",
        isRequired: true)
    static let matrix = Option(
        "matrix", .dictionary(Notation<Located>(.list(.json, count: nil)) { $0 }),
        "One case for each combination; the keys are those of the header, or variables.")
    static let steps = Option("steps", .steps, "What happens.", isRequired: true)

    /// A value as it stands, to be put in the place of variables.
    private static let value = Notation<Located>(.json) { $0 }

    static let mapping: Shape.Mapping = {
        let before = Shape.Mapping("the header", title, about, tags, skip, fails)
        let after = Shape.Mapping("the header", variables, table, matrix, steps)
        return Shape.Mapping(name: before.name, keys: before.keys + world.map(\.key) + after.keys)
    }()
}

extension Header {
    /// A key that says what a case runs in, and which a table or matrix may give values to.
    struct WorldKey: Sendable {
        let key: Shape.Key
        /// Why only a host in this process can obey a value; nil where others can.
        let ownProcessReason: @Sendable (Located) -> OwnProcessKey.Reason?
        /// Takes the checked value.
        let set: @Sendable (Located, inout World) -> Void

        init<Value>(
            _ name: String, _ notation: Notation<Value>, _ about: String,
            ownProcessReason: @escaping @Sendable (Value) -> OwnProcessKey.Reason? = { _ in nil },
            _ set: @escaping @Sendable (Value, inout World) -> Void
        ) {
            key = Option(name, notation, about).key
            self.ownProcessReason = { value in notation.read(value).flatMap(ownProcessReason) }
            self.set = { value, world in
                if let value = notation.read(value) { set(value, &world) }
            }
        }
    }

    static let worldNames = Set(world.map(\.key.name))

    static let world: [WorldKey] = [
        WorldKey("size", .size, "The terminal's size; 80x24 unless told.") { $1.size = $0 },
        WorldKey("color", .word, "The colours of its frames; none unless told.") { $1.color = $0 },
        WorldKey(
            "seed", .integer(0...Int(Int32.max)), "The seed of the chance that views are handed; 0 unless told.",
            ownProcessReason: { _ in .chance }
        ) { $1.seed = $0 },
        WorldKey("lint", lint, "What becomes of mistakes by rule: an error fails its step, warn tells of it.") {
            $1.lint = $0
        },
        WorldKey(
            "clock", .clock,
            """
            Where virtual time starts, 2026-01-01T00:00:00Z unless told; or real, for views that talk to what is outside \
            of this process.
            """, ownProcessReason: { $0 == .real ? nil : .clock }
        ) { clock, world in
            switch clock {
            case .virtual(let start): world.clock = start
            case .real: world.isTimeReal = true
            }
        },
        WorldKey("url", .serverAddress, "The server whose pages are opened; a view in the same process unless told.") {
            $1.server = $0
        },
    ]

    /// A level for any of the rules.
    private static let lint: Notation<[Diagnostic.Rule: LintLevel]> = {
        let levels = Diagnostic.Rule.allCases.map { rule in
            Option<LintLevel>(rule.rawValue, .word, "What becomes of a finding of this kind.")
        }
        return .mapping(Shape.Mapping(name: "lint", keys: levels.map(\.key))) { value in
            Dictionary(
                zip(Diagnostic.Rule.allCases, levels).compactMap { rule, level in value[level].map { (rule, $0) } }
            ) { first, _ in first }
        }
    }()
}
