/// A place in a template file.
public struct TemplatePlace: Hashable, Sendable {
    /// The template's name within its library.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1, in Unicode scalars.
    public let column: Int
    /// The text of the line.
    public let lineText: String
}

extension TemplatePlace: CustomStringConvertible {
    /// The place as editors read it, `file:line:column`.
    public var description: String { "\(file):\(line):\(column)" }

    /// The line with a caret below the column.
    var excerpt: String {
        let line = lineText.last == "\r" ? String(lineText.dropLast()) : lineText
        let indent = line.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
        return "    \(line)\n    \(indent)^"
    }
}
