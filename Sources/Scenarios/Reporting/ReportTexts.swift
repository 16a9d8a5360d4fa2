import LiveProtocol
import TextLayout

/// What reports for people say, in words.
enum ReportTexts {
    /// What came of a case, in one line.
    static func line(_ result: CaseResult) -> String {
        ReadableText.line("\(mark(result)) \(result.id)  \(ReadableText.quote(result.title))  (\(remark(result)))")
    }

    /// The word for what came of it, always five characters.
    static func mark(_ result: CaseResult) -> String {
        switch result.outcome {
        case .passed: "ok   "
        case .failed, .passedUnexpectedly: "FAIL "
        case .skipped: "skip "
        case .failedAsKnown: "known"
        case .flaky: "flaky"
        }
    }

    /// What else there is to say of it in a few words: mostly how long it took.
    static func remark(_ result: CaseResult) -> String {
        switch result.outcome {
        case .passed, .failed: return time(result)
        case .skipped(let why), .failedAsKnown(let why): return ReadableText.quote(why)
        case .passedUnexpectedly: return "passed, though it is said to fail"
        case .flaky(let flakiness): return "\(flakiness.different) of \(flakiness.count) runs differ"
        }
    }

    private static func time(_ result: CaseResult) -> String {
        let waited = result.waits.map(\.duration).reduce(.zero, +)
        return milliseconds(result.duration) + (waited > .zero ? ", \(milliseconds(waited)) of it waiting" : "")
    }

    /// All that is told of cases beside their lines, failures last, each part ending in the end of a line.
    static func findings(_ results: [CaseResult]) -> [String] {
        var parts: [String] = []
        for result in results {
            for dump in result.dumps { parts.append("\(heading(dump.step))\n\(ReadableText.lines(dump.text))\n") }
            parts += result.warnings.map(FailurePrinter().text)
        }
        let waits = results.flatMap(\.waits).filter { $0.duration >= toldWait }
        if !waits.isEmpty { parts.append("waited:\n" + waits.map { "  \(words($0))\n" }.joined()) }
        parts += results.flatMap(\.problems).map(\.text)
        let saved = results.flatMap(\.savedSnapshots)
        if !saved.isEmpty { parts.append("written:\n" + saved.map { "  \(ReadableText.line($0))\n" }.joined()) }
        return parts
    }

    /// What is shorter is told in the sum of its case only.
    private static let toldWait = Duration.milliseconds(1)

    /// What a step waited for, each with its time.
    private static func words(_ waits: CaseResult.StepWaits) -> String {
        let parts = waits.parts.map { "\(milliseconds($0.duration)) for \($0.purpose.words)" }
        return "\(heading(waits.step)): \(parts.joined(separator: ", "))"
    }

    private static func heading(_ step: Step) -> String {
        ReadableText.line("\(step.path):\(step.place.line):\(step.place.column): \(step.source)")
    }

    /// What the views did, and how long their parts of it took; none where nothing is known of them, as of the sessions
    /// of a server elsewhere.
    static func totals(_ results: [CaseResult]) -> [String] {
        let totals = results.reduce(into: SessionTotals()) { $0 += $1.totals }
        guard totals.mounts > 0 else { return [] }
        let counts = [("mounts", totals.mounts), ("events", totals.events), ("infos", totals.infos)]
        let times = [
            ("handling", totals.times.handling), ("rendering", totals.times.rendering),
            ("diffing", totals.times.diffing),
        ]
        return [
            "the views: " + counts.map { "\($1) \($0)" }.joined(separator: ", ") + "; "
                + times.map { "\($0) \(milliseconds($1))" }.joined(separator: ", ")
        ]
    }

    /// The cases that took longest, the longest first.
    static func slowest(_ count: Int, of results: [CaseResult]) -> [String] {
        guard count > 0 else { return [] }
        let sorted = results.enumerated().sorted {
            ($1.element.duration, $0.offset) < ($0.element.duration, $1.offset)
        }
        let lines = sorted.prefix(count).map { _, result in
            let time = milliseconds(result.duration)
            let step = result.times.max { $0.duration < $1.duration }
            let inStep = step.map { ", \(milliseconds($0.duration)) of it in \(heading($0.step))" } ?? ""
            return "  \(ReadableText.line(result.id))  \(time)\(inStep)\n"
        }
        return ["slowest:\n" + lines.joined()]
    }

    /// The counts in one line, and the time.
    static func summary(_ ending: RunEnding) -> String { "\(counts(ending)) in \(milliseconds(ending.elapsed))\n" }

    /// The counts in a line.
    static func counts(_ ending: RunEnding) -> String {
        var counts = ["\(ending.passed) passed", "\(ending.failed) failed"]
        if ending.flaky > 0 { counts.append("\(ending.flaky) flaky") }
        if ending.skipped > 0 { counts.append("\(ending.skipped) skipped") }
        if ending.failedAsKnown > 0 { counts.append("\(ending.failedAsKnown) failed as known") }
        if ending.notRun > 0 { counts.append("\(ending.notRun) not run") }
        return counts.joined(separator: ", ")
    }

    /// Why the run was ended before its end; nil when it was not.
    static func words(_ stop: RunStop?) -> String? {
        switch stop {
        case .interrupted: "interrupted"
        case .firstFailure: "ended with the first failure"
        case .server(let reason): "\(ReadableText.line(reason)); nothing more was run"
        case nil: nil
        }
    }

    /// A real time in milliseconds, to a tenth.
    static func milliseconds(_ duration: Duration) -> String {
        let tenths = duration.components.seconds * 10_000 + duration.components.attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
