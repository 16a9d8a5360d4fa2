import ArgumentParser
import Scenarios

/// How `test` runs the cases.
struct RunOptions: ParsableArguments {
    @Option(help: "On how many threads cases are run; the report is the same.")
    private var workers = 1

    @Option(
        name: .customLong("repeat"),
        help: ArgumentHelp("Run each case so many times, and fail where not all come to the same.", valueName: "count"))
    private var repetitions = 1

    @Flag(help: "End the run with the first failure.")
    private var failFast = false

    func validate() throws {
        guard (1...Self.workerLimit).contains(workers) else {
            throw ValidationError("--workers takes a number from 1 to \(Self.workerLimit), found \(workers)")
        }
        guard (1...Self.repetitionLimit).contains(repetitions) else {
            throw ValidationError("--repeat takes a number from 1 to \(Self.repetitionLimit), found \(repetitions)")
        }
    }

    private static let workerLimit = 256
    private static let repetitionLimit = 1_000_000

    var suite: ScenarioSuite.Options {
        var options = ScenarioSuite.Options()
        options.workers = workers
        options.failsFast = failFast
        options.repetitions = repetitions
        return options
    }
}
