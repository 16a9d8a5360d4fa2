import Basics

extension TemplateLexer {
    /// Reads the tokens of a tag, up to its closing delimiter.
    ///
    /// A delimiter within brackets or strings does not close the tag: `{{ {'a': {}} }}`.
    mutating func readExpression(from start: Int, closing: UInt8) throws(TemplateError) {
        var brackets: [(symbol: Symbol, offset: Int)] = []
        let isOutput = closing == UInt8(ascii: "}")
        while true {
            position = skipSpace(from: position)
            guard position < bytes.count else {
                throw TemplateError(
                    .unclosed(isOutput ? "{{" : "{%", closing: isOutput ? "\"}}\"" : "\"%}\""), at: start)
            }
            if brackets.isEmpty, let end = closingDelimiter(closing) {
                endTag(isOutput ? .outputEnd : .statementEnd, at: position, next: end.next, strips: end.strips)
                return
            }
            try readToken(&brackets)
        }
    }

    private func closingDelimiter(_ closing: UInt8) -> (next: Int, strips: Bool)? {
        let isMarked =
            bytes[position] == UInt8(ascii: "-")
            || (bytes[position] == UInt8(ascii: "+") && closing == UInt8(ascii: "%"))
        let index = isMarked ? position + 1 : position
        guard byte(index) == closing, byte(index + 1) == UInt8(ascii: "}") else { return nil }
        return (index + 2, bytes[position] == UInt8(ascii: "-"))
    }

    private mutating func readToken(_ brackets: inout [(symbol: Symbol, offset: Int)]) throws(TemplateError) {
        let start = position
        let first = bytes[start]
        if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
            append(.string(try readString(quote: first)), at: start)
        } else if first.isASCIIDigit {
            append(try readNumber(), at: start)
        } else if let end = nameEnd(from: start) {
            append(.name(String(decoding: bytes[start..<end], as: UTF8.self)), at: start)
            position = end
        } else if first < 0x80, let (symbol, length) = Symbol.read(first, next: byte(start + 1)) {
            try balance(symbol, at: start, in: &brackets)
            append(.symbol(symbol), at: start)
            position += length
        } else {
            let scalar = String(decoding: bytes[start...].prefix(4), as: UTF8.self).unicodeScalars.first
            let shown = scalar.map { "\"\($0)\"" } ?? "byte \(first)"
            throw TemplateError(.unexpectedCharacter(shown), at: start)
        }
    }

    private func balance(
        _ symbol: Symbol, at offset: Int, in brackets: inout [(symbol: Symbol, offset: Int)]
    ) throws(TemplateError) {
        if let closing = symbol.closing {
            brackets.append((closing, offset))
        } else if symbol.isClosing {
            guard let open = brackets.popLast() else {
                throw TemplateError(
                    .unexpected(found: "\"\(symbol.rawValue)\"", expected: "an expression"), at: offset)
            }
            guard open.symbol == symbol else {
                throw TemplateError(
                    .unexpected(found: "\"\(symbol.rawValue)\"", expected: "\"\(open.symbol.rawValue)\""), at: offset)
            }
        }
    }

    private func nameEnd(from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isASCIILetter || byte == UInt8(ascii: "_") || (byte.isASCIIDigit && index > start) {
                index += 1
            } else if byte >= 0x80, let scalar = scalar(at: index),
                index == start ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
            {
                index += UTF8.width(scalar)
            } else {
                break
            }
        }
        return index > start ? index : nil
    }
}
