import TextLayout

/// Tells people of a run: a line a case, failures in full, a summary. On a terminal in columns, as wide as it is, and in
/// colours where it has them.
package struct PrettyReporter: Reporter {
    private let terminal: TerminalStyle?
    private let slowest: Int
    private var columns: CaseColumns?
    private var results: [CaseResult] = []

    /// - Parameters:
    ///   - terminal: The terminal on which it is read; nil where it is none.
    ///   - slowest: How many of the slowest cases are told in the end.
    package init(terminal: TerminalStyle? = nil, slowest: Int = 0) {
        self.terminal = terminal
        self.slowest = slowest
    }

    package mutating func begin(_ run: RunBeginning) -> String {
        columns = terminal.map { CaseColumns(ids: run.cases.map(\.id), width: $0.width) }
        return ""
    }

    package mutating func add(_ ended: EndedCase) -> String {
        results.append(ended.result)
        guard let terminal, let columns else { return ReportTexts.line(ended.result) + "\n" }
        return columns.line(ended.result, style: terminal) + "\n"
    }

    package mutating func end(_ run: RunEnding) -> String {
        if case .server = run.stop, let words = ReportTexts.words(run.stop) { return words + "\n" }
        let parts =
            ReportTexts.findings(results).map(paint) + ReportTexts.slowest(slowest, of: results)
            + ReportTexts.totals(results) + [
                [ReportTexts.words(run.stop).map { "\($0)\n" } ?? "", summary(run)].joined()
            ]
        var text = "\n" + parts.joined(separator: "\n")
        if !run.serverOutputs.isEmpty {
            let paths = run.serverOutputs.map { ReadableText.quote($0) }.joined(separator: ", ")
            text += "what the servers wrote is in \(paths)\n"
        }
        return text
    }

    private func summary(_ run: RunEnding) -> String {
        let text = ReportTexts.summary(run)
        guard let terminal else { return text }
        return terminal.paint(text.dropLast(), run.exitCode == .passed ? .good : .bad) + "\n"
    }

    /// A part of the report in the terminal's colours: its first line stands out, and so does what was wanted and found.
    private func paint(_ text: String) -> String {
        guard let terminal, terminal.hasColors else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { index, line in
            let words = line.drop { $0 == " " }
            return if index == 0 {
                terminal.paint(line, .strong)
            } else if words.hasPrefix("wanted  ") || words.hasPrefix("- ") {
                terminal.paint(line, .good)
            } else if words.hasPrefix("found   ") || words.hasPrefix("+ ") {
                terminal.paint(line, .bad)
            } else if words.hasPrefix("warning: ") {
                terminal.paint(line, .odd)
            } else {
                String(line)
            }
        }.joined(separator: "\n")
    }
}

/// How the lines of cases are laid out on a terminal.
private struct CaseColumns {
    private static let markWidth = 5
    private static let timeWidth = 10
    private static let gap = 2
    /// Shorter than this a title says nothing.
    private static let leastTitle = 12

    private let idWidth: Int
    private let titleWidth: Int

    init(ids: [String], width: Int) {
        let longest = ids.map { TextWidth.width(of: ReadableText.line($0)) }.max() ?? 0
        let rest = max(1, width - Self.markWidth - 1 - Self.timeWidth - Self.gap)
        idWidth = min(longest, rest)
        let left = rest - idWidth - Self.gap
        titleWidth = left >= Self.leastTitle ? left : 0
    }

    func line(_ result: CaseResult, style: TerminalStyle) -> String {
        let mark = style.paint(ReportTexts.mark(result), paint(of: result))
        let id = Self.cell(ReadableText.line(result.id), width: idWidth)
        let title = titleWidth > 0 ? "  " + Self.cell(ReadableText.line(result.title), width: titleWidth) : ""
        var time = ReportTexts.milliseconds(result.duration)
        if case .skipped = result.outcome { time = "" }
        let padding = String(repeating: " ", count: max(0, Self.timeWidth - time.count))
        return "\(mark) \(id)\(title)  \(padding)\(style.paint(time, .faint))"
    }

    private func paint(of result: CaseResult) -> TerminalStyle.Paint {
        switch result.outcome {
        case .passed: .good
        case .failed, .passedUnexpectedly, .flaky: .bad
        case .skipped, .failedAsKnown: .odd
        }
    }

    /// A text that fills so many cells; what is longer is cut, which is shown.
    private static func cell(_ text: String, width: Int) -> String {
        let textWidth = TextWidth.width(of: text)
        guard textWidth > width else { return text + String(repeating: " ", count: width - textWidth) }
        var (cut, used) = ("", 0)
        for character in text {
            let next = TextWidth.width(of: String(character))
            guard used + next < width else { break }
            cut.append(character)
            used += next
        }
        return cut + "…" + String(repeating: " ", count: max(0, width - used - 1))
    }
}
