/// Tells people of a run in little: a character a case, failures in full, a summary.
package struct DotsReporter: Reporter {
    private static let standardWidth = 80

    private let terminal: TerminalStyle?
    private var rest: PrettyReporter
    private var count = 0

    /// - Parameters:
    ///   - terminal: The terminal on which it is read; nil where it is none.
    ///   - slowest: How many of the slowest cases are told in the end.
    package init(terminal: TerminalStyle? = nil, slowest: Int = 0) {
        self.terminal = terminal
        rest = PrettyReporter(terminal: terminal, slowest: slowest)
    }

    package mutating func begin(_ run: RunBeginning) -> String { rest.begin(run) }

    package mutating func add(_ ended: EndedCase) -> String {
        _ = rest.add(ended)
        count += 1
        let dot = Self.dot(ended.result)
        return dot + (count % (terminal?.width ?? Self.standardWidth) == 0 ? "\n" : "")
    }

    package mutating func end(_ run: RunEnding) -> String { "\n" + rest.end(run) }

    private static func dot(_ result: CaseResult) -> String {
        switch result.outcome {
        case .passed: "."
        case .failed, .passedUnexpectedly: "F"
        case .flaky: "~"
        case .skipped: "s"
        case .failedAsKnown: "k"
        }
    }
}
