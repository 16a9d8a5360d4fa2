/// The text of one template, and where in it an offset lies.
final class TemplateSource: Sendable {
    let name: String
    let bytes: [UInt8]
    /// How many of the bytes are the template: all but a final newline, as a rule.
    let templateCount: Int

    init(name: String, text: String, keepsFinalNewline: Bool = false) {
        self.name = name
        bytes = Array(text.utf8)
        templateCount = keepsFinalNewline ? bytes.count : Self.countWithoutFinalNewline(bytes)
    }

    /// The number of bytes before one newline at the end, of whatever form.
    private static func countWithoutFinalNewline(_ bytes: [UInt8]) -> Int {
        let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        guard let last = bytes.last, last == lineFeed || last == carriageReturn else { return bytes.count }
        let isPair = last == lineFeed && bytes.dropLast().last == carriageReturn
        return bytes.count - (isPair ? 2 : 1)
    }

    /// The line and column of an offset in bytes, with the text of the line.
    func place(of offset: Int) -> TemplatePlace {
        let offset = min(max(offset, 0), bytes.count)
        let newline = UInt8(ascii: "\n")
        let before = bytes[..<offset]
        let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        let lineEnd = bytes[offset...].firstIndex(of: newline) ?? bytes.count
        let column = String(decoding: bytes[lineStart..<offset], as: UTF8.self).unicodeScalars.count + 1
        return TemplatePlace(
            file: name,
            line: before.count { $0 == newline } + 1,
            column: column,
            lineText: String(decoding: bytes[lineStart..<max(lineStart, lineEnd)], as: UTF8.self)
        )
    }
}

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
