import LiveProtocol
import TextLayout

/// Prints what came of a run: one line a case, failures in full, a summary.
package struct ScenarioReport {
    package private(set) var results: [CaseResult] = []
    private let tellsTotals: Bool

    /// - Parameter tellsTotals: Whether to tell what the views did in all.
    package init(tellsTotals: Bool = false) { self.tellsTotals = tellsTotals }

    /// Takes in a result.
    ///
    /// - Returns: Its one line.
    package mutating func add(_ result: CaseResult) -> String {
        results.append(result)
        return ReadableText.line(line(result))
    }

    /// All failures and dumps in full, then the summary.
    package var ending: String {
        var parts: [String] = []
        for result in results {
            for dump in result.dumps {
                let place = dump.step.place
                let heading = "\(dump.step.path):\(place.line):\(place.column): \(dump.step.source)"
                parts.append("\(ReadableText.line(heading))\n\(ReadableText.lines(dump.text))\n")
            }
            parts += result.warnings.map(FailurePrinter().text)
        }
        let waits = results.flatMap(\.waits).filter { $0.duration >= Self.toldWait }
        if !waits.isEmpty {
            parts.append("waited:\n" + waits.map { "  \(ReadableText.line(Self.words($0)))\n" }.joined())
        }
        for result in results where result.isFailure {
            switch result.outcome {
            case .failed(let failures): parts += failures.map(FailurePrinter().text)
            case .passedUnexpectedly(let why):
                parts.append(
                    ReadableText.line("\(result.id): passed, though it is said to fail (\(why)); remove \"fails\"")
                        + "\n")
            case .passed, .skipped, .failedAsKnown: break
            }
        }
        let saved = results.flatMap(\.savedSnapshots)
        if !saved.isEmpty { parts.append("written:\n" + saved.map { "  \(ReadableText.line($0))\n" }.joined()) }
        // Of the sessions of a server elsewhere nothing is known.
        let totals = results.reduce(into: SessionTotals()) { $0 += $1.totals }
        if tellsTotals, totals.mounts > 0 { parts.append(Self.line(totals)) }
        return (parts + [summary]).joined(separator: "\n")
    }

    /// The counts in one line.
    package var summary: String {
        var passed = 0
        var failed = 0
        var skipped = 0
        var known = 0
        for result in results {
            switch result.outcome {
            case .passed: passed += 1
            case .failed, .passedUnexpectedly: failed += 1
            case .skipped: skipped += 1
            case .failedAsKnown: known += 1
            }
        }
        var counts = ["\(passed) passed", "\(failed) failed"]
        if skipped > 0 { counts.append("\(skipped) skipped") }
        if known > 0 { counts.append("\(known) failed as known") }
        let total = results.map(\.duration).reduce(.zero, +)
        return counts.joined(separator: ", ") + " in \(Self.milliseconds(total))\n"
    }

    package var hasFailures: Bool { results.contains(where: \.isFailure) }

    private func line(_ result: CaseResult) -> String {
        let waited = result.waits.map(\.duration).reduce(.zero, +)
        let time =
            Self.milliseconds(result.duration)
            + (waited > .zero ? ", \(Self.milliseconds(waited)) of it waiting" : "")
        switch result.outcome {
        case .passed: return "ok    \(result.id)  \(ReadableText.quote(result.title))  (\(time))"
        case .failed: return "FAIL  \(result.id)  \(ReadableText.quote(result.title))  (\(time))"
        case .skipped(let why):
            return "skip  \(result.id)  \(ReadableText.quote(result.title))  (\(ReadableText.quote(why)))"
        case .failedAsKnown(let why):
            return "known \(result.id)  \(ReadableText.quote(result.title))  (\(ReadableText.quote(why)))"
        case .passedUnexpectedly:
            return "FAIL  \(result.id)  \(ReadableText.quote(result.title))  (passed, though it is said to fail)"
        }
    }

    /// What is shorter is told in the sum of its case only.
    private static let toldWait = Duration.milliseconds(1)

    /// What a step waited for, each with its time.
    private static func words(_ waits: CaseResult.StepWaits) -> String {
        let place = waits.step.place
        let parts = waits.parts.map { "\(milliseconds($0.duration)) for \($0.purpose.rawValue)" }
        return
            "\(waits.step.path):\(place.line):\(place.column): \(waits.step.source): \(parts.joined(separator: ", "))"
    }

    /// What the views did, and how long their parts of it took.
    private static func line(_ totals: SessionTotals) -> String {
        let counts = [("mounts", totals.mounts), ("events", totals.events), ("infos", totals.infos)]
        let times = [
            ("handling", totals.times.handling), ("rendering", totals.times.rendering),
            ("diffing", totals.times.diffing),
        ]
        return "the views: " + counts.map { "\($1) \($0)" }.joined(separator: ", ") + "; "
            + times.map { "\($0) \(milliseconds($1))" }.joined(separator: ", ")
    }

    /// A real time in milliseconds, to a tenth.
    private static func milliseconds(_ duration: Duration) -> String {
        let tenths = duration.components.seconds * 10_000 + duration.components.attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
