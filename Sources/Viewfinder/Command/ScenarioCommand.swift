import ArgumentParser
import Scenarios

/// `scenario …`: what helps to write scenario files.
struct ScenarioCommand<App: ViewfinderApp>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "scenario",
            abstract: "Begin scenario files, check them, and explain their language to people and editors.",
            discussion: "To run scenario files, see \"test\".",
            subcommands: [
                ScenarioInitCommand<App>.self, ScenarioLintCommand.self, ScenarioExplainCommand.self,
                ScenarioSchemaCommand.self,
            ])
    }
}

/// `scenario explain STEP`: the language, as its tables have it.
struct ScenarioExplainCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain", abstract: "Explain a step, or list all there are.",
            discussion: """
                Of a step it tells what it does, an example, and each key that it takes. "header" explains the keys at the \
                top of a file, "target" what elements are found by, "part" a file that others include, "servers" the file \
                that starts servers.
                """)
    }

    @Argument(
        help: "A step such as click; or header, target, part or servers. (default: a line about each)",
        completion: .list(ScenarioManual.topics))
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
struct ScenarioSchemaCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "schema", abstract: "Print the JSON schema of scenario files.",
            discussion: """
                Editors complete and check scenario files by it: write it to Scenarios/scenario.schema.json, and begin \
                each file there with the line "# yaml-language-server: $schema=scenario.schema.json". "scenario init" does \
                both.
                """)
    }

    @Option(name: .customLong("of"), help: "Whose schema: of a scenario, a part that others include, or servers.yaml.")
    var file = ScenarioSchema.File.scenario

    func run() throws { try Output.standard.data(ScenarioSchema.text(of: file) + "\n") }
}

extension ScenarioSchema.File: ExpressibleByArgument {}
