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

    public var reason: Reason
    /// The offset in UTF-8 bytes, from 0.
    public var offset: Int
}

extension JSONParsingError: CustomStringConvertible {
    public var description: String {
        let words =
            switch reason {
            case .unexpectedEnd: "the text ends in the middle of a value"
            case .unexpected(let found, let wanted): "expected \(wanted), found \(found)"
            case .controlCharacterInString: "a string holds a control character; write it as an escape such as \\n"
            case .invalidEscape: "a string holds an escape that JSON does not know"
            case .invalidNumber: "a number is not written as JSON writes numbers"
            case .tooDeep(let limit): "values are nested more than \(limit) deep"
            case .trailingContent: "there is more after the value"
            }
        return "at byte \(offset): \(words)"
    }
}
