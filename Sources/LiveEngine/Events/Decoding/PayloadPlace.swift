import LiveProtocol
import OrderedCollections

/// One value of a payload with its path, and how it reads as each type.
///
/// Payloads come from markup, where all is text; so a value is read as what is asked for wherever its meaning is plain.
/// What cannot be read is noted, and a stand-in is given so that the rest is read as well; nothing of it is ever used.
struct PayloadPlace {
    /// Nil when there is nothing.
    let value: JSONValue?
    let path: PayloadPath
    let notes: PayloadNotes

    /// Whether there is nothing: no value, or null.
    var isNothing: Bool {
        switch value {
        case nil, .null: true
        default: false
        }
    }

    /// Whether there is nothing but perhaps an empty text, which means nothing for all but texts.
    var isBlank: Bool {
        if case .string(let text) = value { return text.utf8.allSatisfy { $0 == UInt8(ascii: " ") } }
        return isNothing
    }

    func note(_ wanted: PayloadProblem.Wanted) {
        notes.problems.append(PayloadProblem(name: path.name, wanted: wanted, found: isNothing ? nil : value))
    }

    func members<Key: CodingKey>(of type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        switch value {
        case .object(let members):
            return KeyedDecodingContainer(PayloadMembers(members: members, path: path, notes: notes))
        case nil, .null:
            return KeyedDecodingContainer(PayloadMembers(members: [:], path: path, notes: notes))
        default:
            note(.group)
            throw PayloadDecoding.Abort()
        }
    }

    /// The values of a list; one value alone is a list of it, and numbered members are one in the order of the numbers.
    func elements() -> [JSONValue] {
        switch value {
        case .array(let elements): return elements
        case .object(let members):
            let numbered = members.compactMap { key, value in Int(key).map { ($0, value) } }
            if numbered.count == members.count { return numbered.sorted { $0.0 < $1.0 }.map(\.1) }
            return [.object(members)]
        case nil, .null: return []
        case .string("")?: return []
        case let value?: return [value]
        }
    }

    func text() -> String {
        switch scalar {
        case .string(let text): return text
        case .integer(let number): return String(number)
        case .number(let number): return JSONValue.number(number).json
        case .bool(let truth): return truth ? "true" : "false"
        case nil, .null, .array, .object:
            note(.text)
            return ""
        }
    }

    func truth() -> Bool {
        switch scalar {
        case .bool(let truth): return truth
        case .integer(0): return false
        case .integer(1): return true
        case .string(let text):
            switch Self.trimmed(text).lowercased() {
            case "true", "on", "yes", "1": return true
            case "false", "off", "no", "0": return false
            default: note(.truth)
            }
        // A box that is not ticked is not in its form.
        case nil where notes.isForm: return false
        case nil, .null, .integer, .number, .array, .object: note(.truth)
        }
        return false
    }

    func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer {
        let number: Integer? =
            switch scalar {
            case .integer(let number): Integer(exactly: number)
            case .number(let number): Integer(exactly: number)
            case .string(let text): Integer(Self.trimmed(text))
            case nil, .null, .bool, .array, .object: nil
            }
        if let number { return number }
        let isWide = Integer.bitWidth == Int.bitWidth && Integer.isSigned
        note(isWide ? .integer : .integerWithin(min: "\(Integer.min)", max: "\(Integer.max)"))
        return 0
    }

    func number() -> Double {
        let number: Double? =
            switch scalar {
            case .integer(let number): Double(number)
            case .number(let number): number
            case .string(let text): Double(Self.trimmed(text))
            case nil, .null, .bool, .array, .object: nil
            }
        if let number, number.isFinite { return number }
        note(.number)
        return 0
    }

    /// The text of a single value, without blanks around it; nil for truth values and for several values.
    var scalarText: String? {
        switch scalar {
        case .string(let text): String(Self.trimmed(text))
        case .integer(let number): String(number)
        case .number(let number): JSONValue.number(number).json
        case nil, .null, .bool, .array, .object: nil
        }
    }

    /// The value itself, or, where a single value is wanted of a whole payload, its member `value`.
    private var scalar: JSONValue? {
        notes.isRead = true
        return if case .object(let members) = value, case .root = path { members["value"] } else { value }
    }

    private static func trimmed(_ text: String) -> Substring {
        guard text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ") else { return text[...] }
        let start = text.drop { $0 == " " }
        return start.lastIndex { $0 != " " }.map { start[...$0] } ?? ""
    }
}
