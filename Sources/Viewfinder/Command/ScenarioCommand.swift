import ArgumentParser
import Scenarios

/// `scenario …`: what helps to write scenario files.
struct ScenarioCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "scenario", abstract: "Explain the language of scenario files, or describe it to editors.",
            discussion: "To run scenario files, see \"test\".", subcommands: [Explain.self, Schema.self])
    }

    /// `scenario explain STEP`: the language, as its tables have it.
    struct Explain: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                abstract: "Explain a step, or list all there are.",
                discussion: """
                    Of a step it tells what it does, an example, and each key that it takes. "header" explains the keys at \
                    the top of a file, "target" what elements are found by.
                    """)
        }

        @Argument(help: "A step such as click; header; or target. (default: a line about each)")
        var step: String?

        func run() throws {
            guard let step else { return try Output.standard.words(ScenarioManual.overview) }
            guard let text = ScenarioManual.explain(step) else {
                throw ValidationError(ScenarioManual.unknownTopic(step))
            }
            try Output.standard.words(text)
        }
    }

    /// `scenario schema`: the language for editors.
    struct Schema: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                abstract: "Print the JSON schema of scenario files.",
                discussion: """
                    Editors complete and check scenario files by it: write it to Scenarios/scenario.schema.json, and begin \
                    each file there with the line "# yaml-language-server: $schema=scenario.schema.json".
                    """)
        }

        func run() throws { try Output.standard.data(ScenarioSchema.text + "\n") }
    }
}
