/// Runs the cases of a plan and reports them.
package struct ScenarioSuite: Sendable {
    /// How a run goes.
    package struct Options: Sendable {
        /// On how many threads cases run.
        package var workers = 1
        /// Whether the first failure ends the run.
        package var failsFast = false
        /// How many times each case is run, to find those that do not always come to the same.
        package var repetitions = 1

        package init() {}
    }

    private let runner: ScenarioRunner
    private let options: Options
    private let isInterrupted: @Sendable () -> Bool

    /// - Parameter isInterrupted: Whether no further case is to be begun; asked from all threads.
    package init(
        runner: ScenarioRunner, options: Options = Options(),
        isInterrupted: @escaping @Sendable () -> Bool = { false }
    ) {
        self.runner = runner
        self.options = options
        self.isInterrupted = isInterrupted
    }

    /// Runs a plan.
    ///
    /// - Throws: Why a report could not be written, which ends the run.
    package func run(_ plan: SuitePlan, reports: RunReports) throws -> RunExitCode {
        let start = runner.now()
        var reports = reports
        try reports.begin(RunBeginning(cases: plan.cases))
        let servers = runner.server.map { RunningServers(access: $0, now: runner.now) }
        var code = RunExitCode.unusable
        defer { servers?.end(keepsOutput: code != .passed) }
        var ending = RunEnding()
        let workers = CaseWorkers(
            cases: plan.cases, count: options.workers, isInterrupted: isInterrupted,
            runsAlone: { [runner] in runner.needsServer($0) },
            run: { [runner, options] in runner.run($0, times: options.repetitions) })
        try workers.run(
            alone: { planned in
                if planned.scenario.skip == nil, let failure = servers?.start(planned.servers) {
                    ending.stop = .server(failure.message)
                    return nil
                }
                return runner.run(planned, times: options.repetitions)
            },
            deliver: { planned, result in
                ending.add(result)
                try reports.add(EndedCase(number: ending.count, planned: planned, result: result))
                let isLast = ending.count == plan.cases.count
                if options.failsFast, result.isFailure, !isLast { ending.stop = .firstFailure }
                return ending.stop == nil
            })
        ending.notRun = plan.cases.count - ending.count
        if ending.notRun > 0, ending.stop == nil { ending.stop = .interrupted }
        ending.elapsed = runner.now() - start
        if ending.exitCode != .passed { ending.serverOutputs = servers?.outputs ?? [] }
        try reports.end(ending)
        code = ending.exitCode
        return code
    }
}
