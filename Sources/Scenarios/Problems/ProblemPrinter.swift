import TextLayout

/// Prints problems for people: place, message, the line in question, and a caret under the place.
public struct ProblemPrinter {
    private let sources: [String: SourceText]

    /// - Parameter sources: The files that problems are about; of others only place and message are printed.
    public init(sources: [SourceText]) {
        self.sources = Dictionary(sources.map { ($0.path, $0) }) { first, _ in first }
    }

    /// All problems, sorted by file and place, parted by empty lines.
    public func print(_ problems: [ScenarioProblem]) -> String {
        let sorted = problems.sorted {
            ($0.path, $0.place ?? Self.start, $0.message) < ($1.path, $1.place ?? Self.start, $1.message)
        }
        return sorted.map(print).joined(separator: "\n")
    }

    /// One problem: `file:line:column: message`, the line, the caret.
    public func print(_ problem: ScenarioProblem) -> String {
        guard let place = problem.place else { return "\(problem.path): \(problem.message)\n" }
        let head = "\(problem.path):\(place.line):\(place.column): \(problem.message)\n"
        guard let line = sources[problem.path]?.line(place.line) else { return head }
        let number = String(place.line)
        let before = String(String.UnicodeScalarView(line.unicodeScalars.prefix(place.column - 1)))
        let indent = String(repeating: " ", count: TextWidth.width(of: VisibleText.make(before)))
        let margin = String(repeating: " ", count: number.count)
        return head + "  \(number) | \(VisibleText.make(line))\n  \(margin) | \(indent)^\n"
    }

    private static let start = Place(line: 0, column: 0)
}
