import ArgumentParser
import Basics
import Scenarios
import Simulator
import Synchronization
import TerminalUI
import TextLayout

/// What a file has to be played: the cases of a scenario, which are run for it, or a trace.
struct PlayedFile {
    let cases: [PlayedCase]
    /// What was planned of each; empty for a trace.
    private let planned: [PlannedCase]
    private let runner: ScenarioRunner?

    /// The trace in a file.
    init(_ trace: Trace, path: String) throws(TraceProblem) {
        guard let played = PlayedCase(trace, canGoOn: false) else {
            throw TraceProblem(path: path, line: nil, reason: "it has no steps (\(trace.ending.outcome.rawValue))")
        }
        (cases, planned, runner) = ([played], [], nil)
    }

    /// Runs the cases of a plan, and keeps what they did.
    ///
    /// - Parameter makeRunner: Makes what runs them, of what makes their observers.
    /// - Throws: `ExitStatus` when no step was done, after saying why.
    init(
        _ plan: SuitePlan,
        makeRunner: (@escaping @Sendable (ScenarioCase) -> [any CaseObserver]) throws -> ScenarioRunner
    ) throws {
        let traces = KeptTraces()
        let runner = try makeRunner { scenarioCase in
            [TraceRecorder(of: scenarioCase, program: ProgramName.own, now: { RealTime.monotonic }, onEnd: traces.keep)]
        }
        var problems = RunReports()
        problems.append(StoppedRun(), to: ErrorOutput())
        let code = try ScenarioSuite(runner: runner).run(plan, reports: problems)
        var (cases, planned): ([PlayedCase], [PlannedCase]) = ([], [])
        for one in plan.cases {
            guard let trace = traces.trace(of: one.id),
                let played = PlayedCase(trace, canGoOn: one.scenarioCase.world.server == nil)
            else { continue }
            cases.append(played)
            planned.append(one)
        }
        guard !cases.isEmpty else {
            if code != .unusable { try Output.errors.words("no step was done: all cases are skipped") }
            throw ExitStatus.unusable
        }
        (self.cases, self.planned, self.runner) = (cases, planned, runner)
    }

    /// The page of a case as its steps leave it; nil where it cannot be worked by hand.
    func page(after index: Int) -> Simulator? {
        planned.indices.contains(index) ? runner?.page(after: planned[index]) : nil
    }
}

extension Trace {
    /// The trace in a file; nil where it has none, such as a scenario.
    ///
    /// - Throws: What is wrong with a trace.
    static func find(in file: String) throws(TraceProblem) -> Trace? {
        let start = Array(Trace.start.utf8)
        guard FileSystem.status(of: file)?.isFile == true,
            let bytes = try? FileSystem.bytes(0..<start.count, of: file), bytes == start
        else { return nil }
        return try Trace(path: file)
    }
}

/// The traces of a run, by the ids of their cases.
private final class KeptTraces: Sendable {
    private let traces = Mutex<[String: Trace]>([:])

    func keep(_ trace: Trace) { traces.withLock { $0[trace.header.caseID] = trace } }

    func trace(of id: String) -> Trace? { traces.withLock { $0[id] } }
}

/// Tells why a run was ended early, and nothing else.
private struct StoppedRun: Reporter {
    func begin(_ run: RunBeginning) -> String { "" }
    func add(_ ended: EndedCase) -> String { "" }

    func end(_ run: RunEnding) -> String {
        if case .server(let reason)? = run.stop { ReadableText.line(reason) } else { "" }
    }
}

private struct ErrorOutput: ReportOutput {
    func write(_ text: String) throws { try Output.errors.words(text) }
    func finish() {}
}
