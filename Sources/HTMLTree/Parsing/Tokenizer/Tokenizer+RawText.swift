import Basics

extension Tokenizer {
    /// Reads the text of `title` and `textarea`: references count, markup does not (WHATWG 13.2.5.2).
    mutating func readEscapableRawText() -> Token? {
        let start = position
        var end = start
        var hasNulls = false
        scan: while end < input.count {
            switch input[end] {
            case .lessThan:
                guard isAppropriateEndTag(at: end) else { break }
                if end > start { break scan }
                return readTag(nameAt: end + 2, isEnd: true)
            case .ampersand:
                if end > start { break scan }
                if let token = readReference() { return token }
            case .null: hasNulls = true
            default: break
            }
            end += 1
        }
        return characters(upTo: end, hasNulls: hasNulls)
    }

    /// Reads text in which nothing counts but its end (WHATWG 13.2.5.3 to 13.2.5.5).
    mutating func readRawText() -> Token? {
        let end =
            switch contentModel {
            case .plaintext: input.count
            case .script: endOfScript()
            case .rawText, .data, .escapableRawText, .characterData: endOfRawText()
            }
        if end == position { return readTag(nameAt: end + 2, isEnd: true) }
        return characters(upTo: end, hasNulls: input[position..<end].contains(.null))
    }

    /// Reads a CDATA section (WHATWG 13.2.5.69 to 13.2.5.71).
    mutating func readCharacterData() -> Token? {
        if hasPrefix("]]>", at: position) {
            position += 3
            contentModel = .data
            return nil
        }
        let start = position
        var isNull = false
        while position < input.count {
            let byte = input[position]
            if byte == .closingBracket, hasPrefix("]]>", at: position) { break }
            if position == start { isNull = byte == .null } else if isNull != (byte == .null) { break }
            position += 1
        }
        return .characters(input[start..<position])
    }

    private mutating func characters(upTo end: Int, hasNulls: Bool) -> Token {
        let bytes = input[position..<end]
        position = end
        return .characters(hasNulls ? bytes.replacingNulls()[...] : bytes)
    }

    /// Whether the end tag of the last start tag is here.
    private func isAppropriateEndTag(at lessThan: Int) -> Bool {
        guard hasPrefix("</", at: lessThan), !lastStartTagName.isEmpty else { return false }
        let start = lessThan + 2
        let end = start + lastStartTagName.count
        guard end < input.count, endsTagName(input[end]) else { return false }
        return lastStartTagName.indices.allSatisfy { input[start + $0].asciiLowercased == lastStartTagName[$0] }
    }

    private func endsTagName(_ byte: UInt8) -> Bool { byte.isHTMLSpace || byte == .slash || byte == .greaterThan }

    private func endOfRawText() -> Int {
        var end = position
        while end < input.count, input[end] != .lessThan || !isAppropriateEndTag(at: end) { end += 1 }
        return end
    }

    /// Where a script ends: at its end tag, unless that is within `<!-- <script> -->` (WHATWG 13.2.5.18 to 13.2.5.31).
    private func endOfScript() -> Int {
        enum Escape { case none, comment, scriptInComment }
        var escape = Escape.none
        var end = position
        while end < input.count {
            switch input[end] {
            case .lessThan:
                if escape != .scriptInComment, isAppropriateEndTag(at: end) { return end }
                switch escape {
                case .none:
                    // The two hyphens stay to be read: `<!-->` opens and closes.
                    if hasPrefix("<!--", at: end) {
                        escape = .comment
                        end += 1
                    }
                case .comment:
                    if namesScript(at: end + 1) { escape = .scriptInComment }
                case .scriptInComment:
                    if hasPrefix("</", at: end), namesScript(at: end + 2) { escape = .comment }
                }
            case .hyphen:
                if escape != .none, hasPrefix("-->", at: end) { escape = .none }
            default: break
            }
            end += 1
        }
        return end
    }

    private func namesScript(at place: Int) -> Bool {
        hasPrefix("script", at: place, ignoringCase: true) && place + 6 < input.count && endsTagName(input[place + 6])
    }
}
