import Basics

/// Cuts HTML into tokens (WHATWG 13.2.5).
///
/// The states of the standard are functions here, since the whole input is at hand: each reads one construct to its end.
struct Tokenizer {
    /// UTF-8 with line ends normalised to LF.
    let input: [UInt8]
    var position = 0
    /// How text is read from here on; tree construction sets it after certain start tags.
    var contentModel = ContentModel.data
    /// The name of the last start tag, whose end tag ends raw text; lower case.
    var lastStartTagName: [UInt8] = []

    private let tags = TagTable.shared

    /// - Parameter input: UTF-8; line ends may be of any kind.
    init(_ input: [UInt8]) {
        self.input = Self.normalizingLineEnds(input)
    }

    /// Reads one token; `.endOfInput` again and again at the end.
    ///
    /// - Parameter allowsCharacterData: Whether `<![CDATA[` opens a section, as it does in foreign content only.
    mutating func next(allowsCharacterData: Bool) -> Token {
        while position < input.count {
            let token =
                switch contentModel {
                case .data: readData(allowsCharacterData: allowsCharacterData)
                case .escapableRawText: readEscapableRawText()
                case .rawText, .script, .plaintext: readRawText()
                case .characterData: readCharacterData()
                }
            if let token { return token }
        }
        return .endOfInput
    }

    /// The data state: text up to markup, a reference, or markup itself. Nil when what was read gives no token.
    private mutating func readData(allowsCharacterData: Bool) -> Token? {
        let start = position
        var end = start
        scan: while end < input.count {
            switch input[end] {
            case .lessThan:
                guard startsMarkup(at: end) else { break }
                if end > start { break scan }
                return readMarkup(allowsCharacterData: allowsCharacterData)
            case .ampersand:
                if end > start { break scan }
                if let token = readReference() { return token }
            case .null:
                if end > start { break scan }
                return readNulls()
            default: break
            }
            end += 1
        }
        position = end
        return .characters(input[start..<end])
    }

    /// The characters of a reference at the position; nil where the ampersand stands for itself.
    mutating func readReference() -> Token? {
        guard let reference = CharacterReference(at: position, of: input, isInAttribute: false) else { return nil }
        position += reference.length
        var bytes: [UInt8] = []
        reference.write(to: &bytes)
        return .characters(bytes[...])
    }

    private mutating func readNulls() -> Token {
        let start = position
        while position < input.count, input[position] == .null { position += 1 }
        return .characters(input[start..<position])
    }

    private func startsMarkup(at lessThan: Int) -> Bool {
        guard lessThan + 1 < input.count else { return false }
        switch input[lessThan + 1] {
        case .exclamationMark, .questionMark: return true
        case .slash: return lessThan + 2 < input.count
        case let byte: return byte.isASCIILetter
        }
    }

    private mutating func readMarkup(allowsCharacterData: Bool) -> Token? {
        switch input[position + 1] {
        case .exclamationMark:
            return readDeclaration(allowsCharacterData: allowsCharacterData)
        case .questionMark:
            return readBogusComment(from: position + 1)
        case .slash:
            let first = input[position + 2]
            if first.isASCIILetter { return readTag(nameAt: position + 2, isEnd: true) }
            if first == .greaterThan {
                position += 3
                return nil
            }
            return readBogusComment(from: position + 2)
        default:
            return readTag(nameAt: position + 1, isEnd: false)
        }
    }

    /// The tag with this name, and the name as a string.
    func identify(_ name: PackedName, at place: Range<Int>) -> (tag: Tag, name: String) {
        let tag = tags.tag(of: name)
        if tag != .other { return (tag, tags.name(of: tag)) }
        return (tag, text(in: place, lowercased: true))
    }

    /// A piece of the input as a string, with U+FFFD for NUL.
    func text(in range: Range<Int>, lowercased: Bool = false) -> String {
        let bytes = input[range]
        if bytes.contains(where: { $0 == .null || (lowercased && $0.isASCIIUpper) }) {
            return String(decoding: bytes.replacingNulls(lowercased: lowercased), as: UTF8.self)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the input goes on with these bytes, which are given in lower case.
    func hasPrefix(_ expected: StaticString, at place: Int, ignoringCase: Bool = false) -> Bool {
        expected.withUTF8Buffer { expected in
            guard place + expected.count <= input.count else { return false }
            return expected.indices.allSatisfy { offset in
                let byte = input[place + offset]
                return (ignoringCase ? byte.asciiLowercased : byte) == expected[offset]
            }
        }
    }

    /// Whether there is a carriage return, which is rare, so that most inputs are passed over eight bytes at a time.
    private static func hasCarriageReturn(_ input: [UInt8]) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        return input.withUnsafeBytes { bytes in
            var place = 0
            while place + 8 <= bytes.count {
                // A byte of the word is zero where the input has a carriage return.
                let word =
                    bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                    ^ (ones &* UInt64(UInt8.carriageReturn))
                if (word &- ones) & ~word & (ones &* 0x80) != 0 { return true }
                place += 8
            }
            return bytes[place...].contains(.carriageReturn)
        }
    }

    private static func normalizingLineEnds(_ input: [UInt8]) -> [UInt8] {
        guard hasCarriageReturn(input), let first = input.firstIndex(of: .carriageReturn) else { return input }
        var output = Array(input[..<first])
        output.reserveCapacity(input.count)
        var isAfterReturn = false
        for byte in input[first...] {
            if byte == .carriageReturn {
                output.append(.lineFeed)
            } else if byte != .lineFeed || !isAfterReturn {
                output.append(byte)
            }
            isAfterReturn = byte == .carriageReturn
        }
        return output
    }
}

extension ArraySlice<UInt8> {
    /// The bytes with U+FFFD for NUL and, if asked for, `A` to `Z` made small.
    func replacingNulls(lowercased: Bool = false) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(count + 8)
        for byte in self {
            if byte == .null {
                output += [0xEF, 0xBF, 0xBD]
            } else {
                output.append(lowercased ? byte.asciiLowercased : byte)
            }
        }
        return output
    }
}

/// How the tokenizer reads text: the tokenizer states that tree construction may switch to.
enum ContentModel: Equatable {
    case data
    /// Text with character references, up to the end tag (`title`, `textarea`).
    case escapableRawText
    /// Text up to the end tag (`style`, `iframe`, ...).
    case rawText
    /// Text up to the end tag, with the comment-like escapes of scripts.
    case script
    /// Text up to the end of the input.
    case plaintext
    /// Text up to `]]>`.
    case characterData
}
