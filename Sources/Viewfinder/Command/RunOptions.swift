import ArgumentParser
import Scenarios

/// How `test` runs the cases.
struct RunOptions: ParsableArguments {
    @Option(help: "On how many threads cases are run; the report is the same.")
    private var workers = 1

    @Flag(help: "End the run with the first failure.")
    private var failFast = false

    func validate() throws {
        guard (1...Self.workerLimit).contains(workers) else {
            throw ValidationError("--workers takes a number from 1 to \(Self.workerLimit), found \(workers)")
        }
    }

    private static let workerLimit = 256

    var suite: ScenarioSuite.Options {
        var options = ScenarioSuite.Options()
        options.workers = workers
        options.failsFast = failFast
        return options
    }
}
