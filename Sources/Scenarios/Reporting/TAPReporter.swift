import LiveProtocol
import TextLayout

/// Reports in the Test Anything Protocol, version 14, each case with a block of YAML.
package struct TAPReporter: Reporter {
    package init() {}

    package mutating func begin(_ run: RunBeginning) -> String { "TAP version 14\n1..\(run.cases.count)\n" }

    package mutating func add(_ ended: EndedCase) -> String {
        let result = ended.result
        var lines = [
            "\(result.isGood ? "ok" : "not ok") \(ended.number) - \(Self.escaped(result.id)): "
                + Self.escaped(result.title) + Self.directive(result), "  ---",
            "  duration_ms: \(ReportTexts.milliseconds(result.duration).dropLast(3))",
        ]
        for (index, problem) in result.problems.enumerated() {
            if index == 0 {
                lines += ["  severity: fail", "  message: \(Self.text(problem.summary))", "  at:"]
                lines.append("    file: \(Self.text(problem.path))")
                if let place = problem.place { lines += ["    line: \(place.line)", "    column: \(place.column)"] }
                if let step = problem.step { lines.append("    step: \(Self.text(step))") }
                lines.append("  report: |2")
            }
            lines += problem.text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
        }
        return (lines + ["  ..."]).joined(separator: "\n") + "\n"
    }

    package mutating func end(_ run: RunEnding) -> String {
        ReportTexts.words(run.stop).map { "Bail out! \($0), \(run.notRun) not run\n" } ?? ""
    }

    /// What becomes of a case that is not simply good or bad.
    private static func directive(_ result: CaseResult) -> String {
        switch result.outcome {
        case .skipped(let why): " # SKIP \(escaped(why))"
        case .failedAsKnown(let why): " # TODO \(escaped(why))"
        case .passed, .failed, .passedUnexpectedly, .flaky: ""
        }
    }

    private static func escaped(_ text: String) -> String {
        ReadableText.quote(text).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    }

    /// A text as YAML has it, which is as JSON has it.
    private static func text(_ text: String) -> String { JSONValue.string(ReadableText.line(text)).json }
}

extension CaseResult {
    /// What the protocol calls `ok`: a failure that is known is none of those, though nothing fails for it.
    fileprivate var isGood: Bool {
        switch outcome {
        case .passed, .skipped: true
        case .failed, .failedAsKnown, .passedUnexpectedly, .flaky: false
        }
    }
}
