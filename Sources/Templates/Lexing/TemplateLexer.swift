/// Divides the text of a template into tokens (Jinja2's lexical rules, with its whitespace control).
struct TemplateLexer {
    let bytes: [UInt8]
    var position = 0
    private(set) var tokens: [Token] = []
    /// Whether the last tag ended in `-`, so that white space after it goes.
    private var stripsNext = false

    init(bytes: [UInt8]) {
        self.bytes = bytes
        tokens.reserveCapacity(bytes.count / 16 + 8)
    }

    /// Gives all tokens; the last one is `.end`.
    static func tokens(of source: TemplateSource) throws(TemplateError) -> [Token] {
        var lexer = TemplateLexer(bytes: Array(source.bytes.prefix(source.templateCount)))
        while try lexer.readTextAndTag() {}
        lexer.append(.end, at: lexer.bytes.count)
        return lexer.tokens
    }

    mutating func append(_ kind: Token.Kind, at offset: Int) {
        tokens.append(Token(kind: kind, offset: offset))
    }

    func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Reads the text up to the next tag, and the tag; false at the end.
    private mutating func readTextAndTag() throws(TemplateError) -> Bool {
        let textStart = position
        guard let start = nextTag(from: position) else {
            appendText(textStart..<bytes.count, stripsEnd: false)
            return false
        }
        let mark = byte(start + 2)
        let isMarked = mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+")
        appendText(textStart..<start, stripsEnd: mark == UInt8(ascii: "-"))
        position = start + (isMarked ? 3 : 2)
        switch bytes[start + 1] {
        case UInt8(ascii: "#"): try skipComment(from: start)
        case UInt8(ascii: "{"):
            append(.outputStart, at: start)
            try readExpression(from: start, closing: UInt8(ascii: "}"))
        default:
            if let content = rawContentStart() {
                try readRaw(from: start, content: content)
            } else {
                append(.statementStart, at: start)
                try readExpression(from: start, closing: UInt8(ascii: "%"))
            }
        }
        return true
    }

    private func nextTag(from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "{") {
                switch bytes[index + 1] {
                case UInt8(ascii: "%"), UInt8(ascii: "{"), UInt8(ascii: "#"): return index
                default: break
                }
            }
            index += 1
        }
        return nil
    }

    private mutating func appendText(_ range: Range<Int>, stripsEnd: Bool) {
        var (start, end) = (range.lowerBound, range.upperBound)
        if stripsNext { start = min(skipSpace(from: start), end) }
        if stripsEnd { end = max(start, spaceStart(before: end)) }
        stripsNext = false
        guard start < end else { return }
        append(.text(TemplateLexer.normalized(bytes[start..<end])), at: start)
    }

    /// Text with every line break as a line feed.
    static func normalized(_ bytes: ArraySlice<UInt8>) -> String {
        let carriageReturn = UInt8(ascii: "\r")
        guard bytes.contains(carriageReturn) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        for index in bytes.indices {
            if bytes[index] != carriageReturn {
                result.append(bytes[index])
            } else if index + 1 == bytes.endIndex || bytes[index + 1] != UInt8(ascii: "\n") {
                result.append(UInt8(ascii: "\n"))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private mutating func skipComment(from start: Int) throws(TemplateError) {
        var index = position
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "#"), bytes[index + 1] == UInt8(ascii: "}") {
                stripsNext = index > position && bytes[index - 1] == UInt8(ascii: "-")
                position = index + 2
                return
            }
            index += 1
        }
        throw TemplateError(.unclosed("the comment", closing: "\"#}\""), at: start)
    }

    /// Where the content of a `{% raw %}` starts, when the tag at the position is one.
    private func rawContentStart() -> Int? {
        guard let afterWord = skipWord("raw", from: position), let end = tagEnd(from: afterWord) else { return nil }
        return end.next
    }

    private mutating func readRaw(from start: Int, content: Int) throws(TemplateError) {
        stripsNext = content >= 3 && bytes[content - 3] == UInt8(ascii: "-")
        var index = content
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "%") {
                let mark = byte(index + 2)
                let isMarked = mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+")
                if let afterWord = skipWord("endraw", from: index + (isMarked ? 3 : 2)),
                    let end = tagEnd(from: afterWord)
                {
                    appendText(content..<index, stripsEnd: mark == UInt8(ascii: "-"))
                    position = end.next
                    stripsNext = end.strips
                    return
                }
            }
            index += 1
        }
        throw TemplateError(.unclosedBlock(tag: "raw", closing: ["endraw"]), at: start)
    }

    private func skipWord(_ word: StaticString, from start: Int) -> Int? {
        var index = skipSpace(from: start)
        for offset in 0..<word.utf8CodeUnitCount {
            guard byte(index) == word.utf8Start[offset] else { return nil }
            index += 1
        }
        return skipSpace(from: index)
    }

    /// The end of a `%}`, `-%}` or `+%}` that starts here.
    private func tagEnd(from start: Int) -> (next: Int, strips: Bool)? {
        let isMarked = byte(start) == UInt8(ascii: "-") || byte(start) == UInt8(ascii: "+")
        let index = isMarked ? start + 1 : start
        guard byte(index) == UInt8(ascii: "%"), byte(index + 1) == UInt8(ascii: "}") else { return nil }
        return (index + 2, byte(start) == UInt8(ascii: "-"))
    }

    func skipSpace(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if bytes[index] < 0x80 {
                guard bytes[index].isTemplateSpace else { break }
                index += 1
            } else {
                guard let scalar = scalar(at: index), TemplateText.isSpace(scalar) else { break }
                index += UTF8.width(scalar)
            }
        }
        return index
    }

    /// Where the white space before an index starts.
    private func spaceStart(before end: Int) -> Int {
        var index = end
        while index > 0 {
            var start = index - 1
            while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
            guard let scalar = scalar(at: start), TemplateText.isSpace(scalar) else { break }
            index = start
        }
        return index
    }

    /// The scalar whose first byte stands at an index.
    func scalar(at index: Int) -> Unicode.Scalar? {
        String(decoding: bytes[index...].prefix(4), as: UTF8.self).unicodeScalars.first
    }

    /// Ends the tag that is being read, at its closing delimiter.
    mutating func endTag(_ kind: Token.Kind, at offset: Int, next: Int, strips: Bool) {
        append(kind, at: offset)
        position = next
        stripsNext = strips
    }
}

extension UInt8 {
    /// Whether it is a white space character of ASCII, as Python has it.
    var isTemplateSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) || (self >= 0x1C && self <= 0x1F) }
}
