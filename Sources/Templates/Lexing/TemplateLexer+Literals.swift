import Basics

extension TemplateLexer {
    /// Reads a string with Python's escapes; the position is at its quote.
    mutating func readString(quote: UInt8) throws(TemplateError) -> String {
        let start = position
        var index = start + 1
        var hasEscapes = false
        while index < bytes.count, bytes[index] != quote {
            if bytes[index] == UInt8(ascii: "\\") {
                hasEscapes = true
                index += 1
            }
            index += 1
        }
        guard index < bytes.count else {
            throw TemplateError(.unclosed("the string", closing: String(UnicodeScalar(quote))), at: start)
        }
        position = index + 1
        let content = bytes[(start + 1)..<index]
        return hasEscapes ? TemplateLexer.unescaped(content) : TemplateLexer.normalized(content)
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        var rest = Substring(normalized(bytes)).unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let escape = rest.popFirst() else {
                scalars.append(scalar)
                continue
            }
            switch escape {
            case "n": scalars.append("\n")
            case "t": scalars.append("\t")
            case "r": scalars.append("\r")
            case "a": scalars.append("\u{7}")
            case "b": scalars.append("\u{8}")
            case "f": scalars.append("\u{C}")
            case "v": scalars.append("\u{B}")
            case "\n": break
            case "\\", "'", "\"": scalars.append(escape)
            case "x": append(digits: 2, radix: 16, escape, from: &rest, to: &scalars)
            case "u": append(digits: 4, radix: 16, escape, from: &rest, to: &scalars)
            case "U": append(digits: 8, radix: 16, escape, from: &rest, to: &scalars)
            case "0"..."7":
                let octal = String(escape) + String(rest.prefix(2).prefix { "0"..."7" ~= $0 })
                rest.removeFirst(octal.utf8.count - 1)
                if let value = UInt32(octal, radix: 8), let code = Unicode.Scalar(value) { scalars.append(code) }
            default:
                scalars.append("\\")
                scalars.append(escape)
            }
        }
        return String(scalars)
    }

    /// Appends the character with this code, or the escape as written when it names none.
    private static func append(
        digits: Int, radix: Int, _ escape: Unicode.Scalar, from rest: inout Substring.UnicodeScalarView,
        to scalars: inout String.UnicodeScalarView
    ) {
        let text = String(rest.prefix(digits))
        if text.utf8.count == digits, let value = UInt32(text, radix: radix), let scalar = Unicode.Scalar(value) {
            rest.removeFirst(digits)
            scalars.append(scalar)
        } else {
            scalars.append("\\")
            scalars.append(escape)
        }
    }

    /// Reads a number: decimal, hexadecimal, octal or binary, with `_` between digits.
    mutating func readNumber() throws(TemplateError) -> Token.Kind {
        let start = position
        if bytes[start] == UInt8(ascii: "0"), let radix = byte(start + 1).flatMap(Self.radix) {
            let end = digitsEnd(from: start + 2) { $0.isASCIIDigit || $0.isASCIILetter }
            let digits = digits(start + 2..<end)
            guard let value = Int(digits, radix: radix) else {
                throw TemplateError(.invalidNumber(String(decoding: bytes[start..<end], as: UTF8.self)), at: start)
            }
            position = end
            return .integer(value)
        }
        var end = digitsEnd(from: start, where: \.isASCIIDigit)
        var isInteger = true
        // After a dot the digits are an index: `rows.0.1`.
        if start == 0 || bytes[start - 1] != UInt8(ascii: ".") {
            if byte(end) == UInt8(ascii: "."), byte(end + 1)?.isASCIIDigit == true {
                isInteger = false
                end = digitsEnd(from: end + 1, where: \.isASCIIDigit)
            }
            if let exponent = exponentEnd(from: end) {
                isInteger = false
                end = exponent
            }
        }
        position = end
        let text = digits(start..<end)
        if isInteger, let value = Int(text) { return .integer(value) }
        guard let value = Double(text) else { throw TemplateError(.invalidNumber(text), at: start) }
        return .number(value)
    }

    private static func radix(_ letter: UInt8) -> Int? {
        switch letter | 0x20 {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
    }

    private func digits(_ range: Range<Int>) -> String {
        String(decoding: bytes[range].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    }

    private func digitsEnd(from start: Int, where isDigit: (UInt8) -> Bool) -> Int {
        var index = start
        while let byte = byte(index) {
            let isSeparator = byte == UInt8(ascii: "_") && self.byte(index + 1).map(isDigit) == true
            guard isDigit(byte) || isSeparator else { break }
            index += 1
        }
        return index
    }

    private func exponentEnd(from start: Int) -> Int? {
        guard let letter = byte(start), letter | 0x20 == UInt8(ascii: "e") else { return nil }
        let sign = byte(start + 1)
        let digits = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? start + 2 : start + 1
        guard byte(digits)?.isASCIIDigit == true else { return nil }
        return digitsEnd(from: digits, where: \.isASCIIDigit)
    }
}
