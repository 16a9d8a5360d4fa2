import Basics
import OrderedCollections

/// Reads JSON text, RFC 8259.
struct JSONParser {
    /// Deep enough for any real payload, and shallow enough for any stack.
    static let depthLimit = 512

    private let bytes: [UInt8]
    private var offset = 0
    private var depth = 0

    init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    mutating func parseDocument() throws(JSONParsingError) -> JSONValue {
        skipBlanks()
        let value = try parseValue()
        skipBlanks()
        guard offset == bytes.count else { throw error(.trailingContent) }
        return value
    }

    private mutating func parseValue() throws(JSONParsingError) -> JSONValue {
        guard let byte = peek() else { throw error(.unexpectedEnd) }
        switch byte {
        case UInt8(ascii: "{"): return try nested { parser throws(JSONParsingError) in try parser.parseObject() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONParsingError) in try parser.parseArray() }
        case UInt8(ascii: "\""): return .string(try parseString())
        case UInt8(ascii: "t"): return try parseWord("true", as: .bool(true))
        case UInt8(ascii: "f"): return try parseWord("false", as: .bool(false))
        case UInt8(ascii: "n"): return try parseWord("null", as: .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
        default: throw unexpected(wanted: "a value")
        }
    }

    private mutating func nested(
        _ parse: (inout JSONParser) throws(JSONParsingError) -> JSONValue
    ) throws(JSONParsingError) -> JSONValue {
        guard depth < JSONParser.depthLimit else { throw error(.tooDeep(limit: JSONParser.depthLimit)) }
        depth += 1
        defer { depth -= 1 }
        offset += 1
        return try parse(&self)
    }

    private mutating func parseObject() throws(JSONParsingError) -> JSONValue {
        var members: OrderedDictionary<String, JSONValue> = [:]
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipBlanks()
            guard peek() == UInt8(ascii: "\"") else { throw unexpected(wanted: "a key in quotation marks") }
            let key = try parseString()
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw unexpected(wanted: "`:`") }
            skipBlanks()
            members[key] = try parseValue()
            skipBlanks()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw unexpected(wanted: "`,` or `}`") }
        }
    }

    private mutating func parseArray() throws(JSONParsingError) -> JSONValue {
        var elements: [JSONValue] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            skipBlanks()
            elements.append(try parseValue())
            skipBlanks()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw unexpected(wanted: "`,` or `]`") }
        }
    }

    private mutating func parseWord(_ word: StaticString, as value: JSONValue) throws(JSONParsingError) -> JSONValue {
        let wanted = word.withUTF8Buffer { Array($0) }
        guard bytes[offset...].starts(with: wanted) else { throw unexpected(wanted: "`\(word)`") }
        offset += wanted.count
        return value
    }

    private mutating func parseNumber() throws(JSONParsingError) -> JSONValue {
        let start = offset
        var isWhole = true
        _ = take(UInt8(ascii: "-"))
        if take(UInt8(ascii: "0")) {
            if let next = peek(), next.isASCIIDigit { throw error(.invalidNumber) }
        } else {
            try skipDigits()
        }
        if take(UInt8(ascii: ".")) {
            isWhole = false
            try skipDigits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try skipDigits()
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        if isWhole, let integer = Int(text) { return .integer(integer) }
        guard let number = Double(text) else { throw error(.invalidNumber) }
        return .number(number)
    }

    private mutating func skipDigits() throws(JSONParsingError) {
        let start = offset
        while let byte = peek(), byte.isASCIIDigit { offset += 1 }
        guard offset > start else { throw error(.invalidNumber) }
    }

    private mutating func parseString() throws(JSONParsingError) -> String {
        offset += 1
        let start = offset
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                defer { offset += 1 }
                return String(decoding: bytes[start..<offset], as: UTF8.self)
            case UInt8(ascii: "\\"): return try parseEscapedString(from: start)
            case 0..<0x20: throw error(.controlCharacterInString)
            default: offset += 1
            }
        }
        throw error(.unexpectedEnd)
    }

    private mutating func parseEscapedString(from start: Int) throws(JSONParsingError) -> String {
        var text = Array(bytes[start..<offset])
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                offset += 1
                text.append(contentsOf: Character(try parseEscape()).utf8)
            case 0..<0x20: throw error(.controlCharacterInString)
            default:
                text.append(byte)
                offset += 1
            }
        }
        throw error(.unexpectedEnd)
    }

    private mutating func parseEscape() throws(JSONParsingError) -> Unicode.Scalar {
        guard let byte = peek() else { throw error(.unexpectedEnd) }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try parseUnicodeEscape()
        default: throw error(.invalidEscape)
        }
    }

    /// Reads the digits after `\u`, and the second half of a surrogate pair; a lone half becomes U+FFFD.
    private mutating func parseUnicodeEscape() throws(JSONParsingError) -> Unicode.Scalar {
        let first = try parseHexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let restart = offset
        if (0xD800..<0xDC00).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
            let second = try parseHexadecimal()
            if (0xDC00..<0xE000).contains(second) {
                return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
            }
        }
        offset = restart
        return "\u{FFFD}"
    }

    private mutating func parseHexadecimal() throws(JSONParsingError) -> UInt32 {
        guard offset + 4 <= bytes.count else { throw error(.unexpectedEnd) }
        let digits = String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
        guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }), let value = UInt32(digits, radix: 16) else {
            throw error(.invalidEscape)
        }
        offset += 4
        return value
    }

    private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    private func error(_ reason: JSONParsingError.Reason) -> JSONParsingError {
        JSONParsingError(reason: reason, offset: offset)
    }

    private func unexpected(wanted: String) -> JSONParsingError {
        guard offset < bytes.count else { return error(.unexpectedEnd) }
        let character = String(decoding: bytes[offset...].prefix(4), as: UTF8.self).prefix(1)
        return error(.unexpected(found: "`\(character)`", wanted: wanted))
    }
}

extension JSONValue {
    /// Reads JSON text.
    ///
    /// - Throws: `JSONParsingError` with the place and what was found there.
    public init(parsing text: some StringProtocol) throws(JSONParsingError) {
        var parser = JSONParser(text)
        self = try parser.parseDocument()
    }
}
