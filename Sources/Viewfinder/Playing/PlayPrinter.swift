import TerminalUI
import TextLayout

/// Prints the moments of cases as text, where there is no terminal to play them in.
enum PlayPrinter {
    /// What is printed of a case, piece by piece.
    ///
    /// - Parameter first: The step to begin with, counted from 0.
    static func text(of played: PlayedCase, from first: Int, _ print: (String) throws -> Void) rethrows {
        try print("\(played.id)  \(ReadableText.line(played.title))  (\(played.ending))\n")
        for (index, step) in played.steps.enumerated().dropFirst(first) {
            let moment = played.moment(index)
            let groups = step.groups.map { "\($0): " }.joined()
            var lines = ["\(index + 1) of \(played.steps.count)  \(step.place)  \(groups)\(step.source)"]
            lines.append("  \(moment.address)  \(moment.notes.joined(separator: ", "))")
            lines += step.failure.map { "  ✗ \($0)" }
            let rule = "  +" + String(repeating: "-", count: min(moment.frame.size.columns, 76))
            let rows = moment.frame.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  |\($0)" }
            lines += [rule] + rows + [rule]
            try print(lines.map { ReadableText.line($0) + "\n" }.joined())
        }
    }
}
