import TextLayout

/// Prints problems for people: place, message, the line in question, and a caret under the place.
package struct ProblemPrinter {
    private let sources: [String: SourceText]

    /// - Parameter sources: The files that problems are about; of others only place and message are printed.
    package init(sources: [SourceText]) {
        self.sources = Dictionary(sources.map { ($0.path, $0) }) { first, _ in first }
    }

    /// The problems, sorted by file and place, parted by empty lines; of very many the first, and how many there are.
    ///
    /// - Parameter mark: What stands before each message, as "warning: ".
    package func print(_ problems: [ScenarioProblem], mark: String = "") -> String {
        let sorted = problems.sorted
        let shown = sorted.prefix(Self.limit).map { print($0, mark: mark) }.joined(separator: "\n")
        return sorted.count > Self.limit ? shown + "\nand \(sorted.count - Self.limit) more\n" : shown
    }

    /// One problem: `file:line:column: message`, the line, the caret, and who includes the file.
    private func print(_ problem: ScenarioProblem, mark: String) -> String {
        let path = ReadableText.line(problem.path)
        guard let place = problem.place else { return "\(path): \(mark)\(problem.message)\n" }
        let head = "\(path):\(place.line):\(place.column): \(mark)\(problem.message)\n"
        return head + excerpt(problem.path, place)
            + problem.inclusions.reversed().map { "  \(ReadableText.line($0.sentence))\n" }.joined()
    }

    /// The line of a place, and the caret below it.
    private func excerpt(_ path: String, _ place: Place) -> String {
        guard let line = sources[path]?.line(place.line) else { return "" }
        let number = String(place.line)
        let (text, column) = excerpt(of: line, around: place.column)
        let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(column - 1)))
        let indent = String(repeating: " ", count: TextWidth.width(of: VisibleText.make(before)))
        let margin = String(repeating: " ", count: number.count)
        return "  \(number) | \(VisibleText.make(text))\n  \(margin) | \(indent)^\n"
    }

    /// What of a long line is around a column, and the column in it.
    private func excerpt(of line: String, around column: Int) -> (String, Int) {
        let scalars = line.unicodeScalars
        guard scalars.count > Self.excerptLimit else { return (line, column) }
        let first = max(0, min(column - 1, scalars.count) - Self.excerptLimit / 2)
        let part = scalars.dropFirst(first).prefix(Self.excerptLimit)
        let isCut = first + Self.excerptLimit < scalars.count
        let text = (first > 0 ? "…" : "") + String(String.UnicodeScalarView(part)) + (isCut ? "…" : "")
        return (text, column - first + (first > 0 ? 1 : 0))
    }

    private static let limit = 100
    private static let excerptLimit = 200
}
