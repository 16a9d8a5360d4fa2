import Basics

extension Tokenizer {
    /// Reads what begins with `<!` (WHATWG 13.2.5.42). Nil for what gives no token.
    mutating func readDeclaration(allowsCharacterData: Bool) -> Token? {
        let start = position + 2
        if hasPrefix("--", at: start) { return readComment(from: start + 2) }
        if hasPrefix("doctype", at: start, ignoringCase: true) { return readDoctype(from: start + 7) }
        if allowsCharacterData, hasPrefix("[CDATA[", at: start) {
            position = start + 7
            contentModel = .characterData
            return nil
        }
        return readBogusComment(from: start)
    }

    /// Reads a comment up to `-->` or `--!>`; `<!-->` and `<!--->` are empty comments (WHATWG 13.2.5.43 to 13.2.5.52).
    private mutating func readComment(from start: Int) -> Token {
        for (ending, length) in [(">" as StaticString, 1), ("->", 2)] where hasPrefix(ending, at: start) {
            position = start + length
            return .comment("")
        }
        var end = start
        while end < input.count {
            if input[end] == .hyphen {
                for (ending, length) in [("-->" as StaticString, 3), ("--!>", 4)] where hasPrefix(ending, at: end) {
                    position = end + length
                    return .comment(text(in: start..<end))
                }
            }
            end += 1
        }
        position = input.count
        // An ending that the input cuts short is not part of the comment.
        for (ending, length) in [("--!" as StaticString, 3), ("--", 2), ("-", 1)]
        where end - start >= length && hasPrefix(ending, at: end - length) {
            return .comment(text(in: start..<end - length))
        }
        return .comment(text(in: start..<end))
    }

    /// Reads a comment up to the next `>`.
    mutating func readBogusComment(from start: Int) -> Token {
        let end = input[start...].firstIndex(of: .greaterThan) ?? input.count
        position = min(end + 1, input.count)
        return .comment(text(in: start..<end))
    }

    /// Reads a document type declaration from behind its keyword (WHATWG 13.2.5.53 to 13.2.5.68).
    private mutating func readDoctype(from start: Int) -> Token {
        var doctype = DoctypeToken()
        position = start
        skipSpaces()
        let nameStart = position
        while position < input.count, input[position] != .greaterThan, !input[position].isHTMLSpace { position += 1 }
        guard position > nameStart else {
            doctype.forcesQuirks = true
            finishDoctype()
            return .doctype(doctype)
        }
        doctype.name = text(in: nameStart..<position, lowercased: true)
        skipSpaces()
        if position == input.count {
            doctype.forcesQuirks = true
        } else if hasPrefix("public", at: position, ignoringCase: true) {
            position += 6
            readPublicIdentifier(into: &doctype)
        } else if hasPrefix("system", at: position, ignoringCase: true) {
            position += 6
            readSystemIdentifier(into: &doctype, isRequired: true)
        } else if input[position] != .greaterThan {
            doctype.forcesQuirks = true
        }
        finishDoctype()
        return .doctype(doctype)
    }

    private mutating func readPublicIdentifier(into doctype: inout DoctypeToken) {
        skipSpaces()
        guard let isComplete = readIdentifier(into: &doctype.publicIdentifier) else {
            doctype.forcesQuirks = true
            return
        }
        if isComplete { readSystemIdentifier(into: &doctype, isRequired: false) } else { doctype.forcesQuirks = true }
    }

    private mutating func readSystemIdentifier(into doctype: inout DoctypeToken, isRequired: Bool) {
        skipSpaces()
        if !isRequired, position < input.count, input[position] == .greaterThan { return }
        guard let isComplete = readIdentifier(into: &doctype.systemIdentifier) else {
            doctype.forcesQuirks = true
            return
        }
        guard isComplete else {
            doctype.forcesQuirks = true
            return
        }
        skipSpaces()
        // What follows a system identifier is skipped without a quirk, the end of the input is not.
        if position == input.count { doctype.forcesQuirks = true }
    }

    /// Reads a quoted identifier.
    ///
    /// - Returns: Whether its closing quote was there; nil if there is no identifier.
    private mutating func readIdentifier(into identifier: inout String?) -> Bool? {
        guard position < input.count else { return nil }
        let quote = input[position]
        guard quote == .quotationMark || quote == .apostrophe else { return nil }
        let start = position + 1
        var end = start
        while end < input.count, input[end] != quote, input[end] != .greaterThan { end += 1 }
        identifier = text(in: start..<end)
        let isComplete = end < input.count && input[end] == quote
        position = isComplete ? end + 1 : end
        return isComplete
    }

    private mutating func finishDoctype() {
        let end = input[position...].firstIndex(of: .greaterThan) ?? input.count
        position = min(end + 1, input.count)
    }

    private mutating func skipSpaces() {
        while position < input.count, input[position].isHTMLSpace { position += 1 }
    }
}
