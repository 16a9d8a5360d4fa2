import ArgumentParser
import Scenarios

/// `scenario lint PATHS`: all that can be checked without running anything.
struct ScenarioLintCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lint", abstract: "Check scenario files, and run nothing.",
            discussion: """
                What "test" checks before it runs is an error. Warnings are of variables that nothing uses, targets by CSS \
                selectors, snapshots and tables that no scenario names, and files whose schema editors do not know. Exit \
                code 0: no errors. 1: warnings, with --strict. 2: errors.
                """)
    }

    @Argument(help: "Scenario files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
    var paths = ["Scenarios"]

    @Flag(help: "End with exit code 1 when there are warnings.")
    var strict = false

    @Flag(help: "Remove the snapshots that no step names.")
    var prune = false

    @OptionGroup private var variables: VariableOptions

    func run() throws {
        let report = ScenarioLint(reader: variables.reader, removesSnapshots: prune).check(paths)
        try Output.standard.words(report.text)
        if !report.errors.isEmpty { throw ExitStatus.unusable }
        if strict, !report.warnings.isEmpty { throw ExitStatus.failure }
    }
}
