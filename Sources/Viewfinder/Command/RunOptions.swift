import ArgumentParser
import CLibrary
import Scenarios

/// How `test` runs the cases.
struct RunOptions: ParsableArguments {
    @Option(help: "On how many threads cases are run; the report is the same. (default: one for each processor)")
    private var workers: Int?

    @Option(
        name: .customLong("repeat"),
        help: ArgumentHelp("Run each case so many times, and fail where not all come to the same.", valueName: "count"))
    private var repetitions = 1

    @Flag(help: "End the run with the first failure.")
    private var failFast = false

    func validate() throws {
        if let workers, !(1...Self.workerLimit).contains(workers) {
            throw ValidationError("--workers takes a number from 1 to \(Self.workerLimit), found \(workers)")
        }
        guard (1...Self.repetitionLimit).contains(repetitions) else {
            throw ValidationError("--repeat takes a number from 1 to \(Self.repetitionLimit), found \(repetitions)")
        }
    }

    private static let workerLimit = 256
    private static let processorCount = min(max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), workerLimit)
    private static let repetitionLimit = 1_000_000

    var suite: ScenarioSuite.Options {
        var options = ScenarioSuite.Options()
        options.workers = workers ?? Self.processorCount
        options.failsFast = failFast
        options.repetitions = repetitions
        return options
    }
}
