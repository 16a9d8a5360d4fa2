import Basics
import HTMLTree
import LiveProtocol
import OrderedCollections

/// Reads plain YAML scalars by JSON's grammar alone, so that `no`, `007` and `12:30` stay texts.
enum JSONGrammar {
    /// Whether a text is a number in JSON: as in HTML, but with a digit first and no needless zero.
    static func isNumber(_ text: String) -> Bool {
        let digits = text.utf8.drop { $0 == .hyphen }
        guard let first = digits.first, first.isASCIIDigit else { return false }
        if first == UInt8(ascii: "0"), digits.dropFirst().first?.isASCIIDigit == true { return false }
        return HTMLNumber.parse(text) != nil
    }

    /// The JSON value that a YAML value stands for.
    static func value(of located: Located) -> JSONValue {
        switch located.content {
        case .scalar(let text, let isPlain): isPlain ? plain(text) : .string(text)
        case .deferred(let deferred): .string(deferred.spelling)
        case .list(let elements): .array(elements.map(value))
        case .mapping(let entries): .object(.init(entries.map { ($0.key, value(of: $0.value)) }) { _, last in last })
        }
    }

    private static func plain(_ text: String) -> JSONValue {
        switch text {
        case "null", "~", "": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        case _:
            guard isNumber(text) else { return .string(text) }
            if let integer = Int(text) { return .integer(integer) }
            return Double(text).map(JSONValue.number) ?? .string(text)
        }
    }
}

extension Located {
    /// A JSON value as if it were written at a place; what looks like a variable in it stays as it is.
    init(_ value: JSONValue, path: String, place: Place) {
        func located(_ value: JSONValue) -> Located { Located(value, path: path, place: place) }
        let content: Content =
            switch value {
            case .string(let text): .scalar(text.replacing("${", with: "$${"), isPlain: false)
            case .null, .bool, .integer, .number: .scalar(value.json, isPlain: true)
            case .array(let elements): .list(elements.map(located))
            case .object(let members):
                .mapping(members.map { Entry(key: $0.key, keyPlace: place, value: located($0.value)) })
            }
        self.init(path: path, place: place, content: content)
    }
}
