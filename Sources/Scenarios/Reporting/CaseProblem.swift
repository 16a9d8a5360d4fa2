import TextLayout

/// Something for which a case counts as failed, in words that any report can take: nothing in them acts on a terminal.
struct CaseProblem: Hashable, Sendable {
    /// The file in which it is to be looked for.
    let path: String
    /// The place there; nil for the file as such.
    let place: Place?
    /// The step, as its file has it.
    let step: String?
    /// What is wrong, in a line or several.
    let message: [String]
    /// All there is to tell, in lines.
    let text: String

    /// What is wrong, in one line.
    var summary: String { message.map { String($0.trimmingBlanks) }.joined(separator: "; ") }
}

extension CaseResult {
    /// What is wrong with it; none where it does not count as failed.
    var problems: [CaseProblem] {
        switch outcome {
        case .failed(let failures):
            return failures.map { failure in
                let printer = FailurePrinter()
                return CaseProblem(
                    path: failure.step.path, place: failure.step.place, step: failure.step.source,
                    message: printer.reason(failure), text: printer.text(failure) + keptText)
            }
        case .passedUnexpectedly(let why):
            let message = "passed, though it is said to fail (\(ReadableText.line(why))); remove \"fails\""
            return [plainProblem([message], more: "")]
        case .flaky(let flakiness):
            let others = flakiness.different == 1 ? "1 differs" : "\(flakiness.different) differ"
            let message = "flaky: of \(flakiness.count) runs \(others) from the first"
            return [plainProblem([message], more: [flakiness.first, flakiness.other].map(Self.text).joined())]
        case .passed, .skipped, .failedAsKnown:
            return []
        }
    }

    private func plainProblem(_ message: [String], more: String) -> CaseProblem {
        CaseProblem(
            path: String(id.prefix { $0 != "#" }), place: nil, step: nil, message: message,
            text: "\(ReadableText.line(id)): \(message.joined(separator: "; "))\n\(more)\(keptText)")
    }

    /// Where what is kept of it is.
    private var keptText: String { artifacts.map { "  kept in \(ReadableText.quote($0))\n" } ?? "" }

    private static func text(_ run: Flakiness.Run) -> String {
        let printer = FailurePrinter()
        guard let failure = run.failures.first else {
            return "  run \(run.number) passed\n\(printer.text(run.picture))"
        }
        return "  run \(run.number) failed\n\(printer.text(failure))"
    }
}

extension StringProtocol {
    fileprivate var trimmingBlanks: SubSequence { drop { $0 == " " } }
}
