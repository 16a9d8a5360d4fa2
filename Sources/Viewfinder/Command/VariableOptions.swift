import ArgumentParser
import CLibrary
import Scenarios

/// What scenarios are given from outside.
struct VariableOptions: ParsableArguments {
    @Option(name: .customLong("set"), help: "Give a variable of the scenarios a value: NAME=VALUE; may be repeated.")
    private var settings: [Setting] = []

    @Option(
        name: .customLong("allow-env"),
        help: ArgumentHelp(
            "Let scenarios ask for a variable of the environment, as ${env.NAME}; may be repeated.", valueName: "name"))
    private var names: [String] = []

    /// Reads files with what they are given.
    var reader: ScenarioReader {
        let environment = names.map { ($0, getenv($0).map { String(cString: $0) }) }
        return ScenarioReader(
            settings: Dictionary(settings.map { ($0.name, $0.value) }) { _, last in last },
            environment: Dictionary(environment) { first, _ in first })
    }
}

/// A variable and its value, as `--set NAME=VALUE` gives them.
private struct Setting: ExpressibleByArgument {
    let name: String
    let value: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else { return nil }
        name = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
    }
}
