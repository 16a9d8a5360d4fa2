/// Why a text is not JSON.
public struct JSONParsingError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        case unexpectedEnd
        /// Something else was wanted at this place.
        case unexpected(found: String, wanted: String)
        case controlCharacterInString
        case invalidEscape
        case invalidNumber
        case tooDeep(limit: Int)
        case trailingContent
    }

    /// What is wrong there.
    public var reason: Reason
    /// The offset in UTF-8 bytes, from 0.
    public var offset: Int
}

extension JSONParsingError: CustomStringConvertible {
    /// The place and what is wrong, in words for people.
    public var description: String { "at byte \(offset): \(reason)" }

    /// The place in the text that was parsed as editors count: from 1, columns in Unicode scalars.
    public func place(in text: String) -> (line: Int, column: Int) {
        let before = text.utf8.prefix(offset)
        let newline = UInt8(ascii: "\n")
        let start = before.lastIndex(of: newline).map { before.index(after: $0) } ?? before.startIndex
        let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
        return (before.count { $0 == newline } + 1, column)
    }
}

extension JSONParsingError.Reason: CustomStringConvertible {
    /// What is wrong, in words for people.
    public var description: String {
        switch self {
        case .unexpectedEnd: "the text ends in the middle of a value"
        case .unexpected(let found, let wanted): "expected \(wanted), found \(found)"
        case .controlCharacterInString: "a string holds a control character; write it as an escape such as \\n"
        case .invalidEscape: "a string holds an escape that JSON does not know"
        case .invalidNumber: "a number is not written as JSON writes numbers"
        case .tooDeep(let limit): "values are nested more than \(limit) deep"
        case .trailingContent: "there is more after the value"
        }
    }
}
