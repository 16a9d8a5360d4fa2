/// The text of one template, and where in it an offset lies.
final class TemplateSource: Sendable {
    let name: String
    let bytes: [UInt8]

    init(name: String, text: String) {
        self.name = name
        bytes = Array(text.utf8)
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
