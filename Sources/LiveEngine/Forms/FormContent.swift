import LiveProtocol

/// What stands in a field, as it was typed.
struct FormContent {
    let value: JSONValue?

    /// The text; empty for a list and for a group.
    var text: String {
        switch value {
        case .string(let text)?: text
        case .integer(let number)?: String(number)
        case .number?, .bool?: value?.json ?? ""
        case nil, .null?, .array?, .object?: ""
        }
    }

    /// The texts of a list, or the one text.
    var texts: [String] {
        guard case .array(let elements)? = value else { return isBlank ? [] : [text] }
        return elements.map { FormContent(value: $0).text }.filter { !$0.isEmpty }
    }

    var isBlank: Bool {
        switch value {
        case .array(let elements)?: elements.isEmpty
        case .object(let members)?: members.isEmpty
        case nil, .null?, .bool?, .integer?, .number?, .string?: text.utf8.allSatisfy { $0 <= 0x20 }
        }
    }

    /// The number that the text says, if it says one.
    var number: Double? { Double(text.filter { $0 != " " }) }

    /// The characters of a text, the elements of a list, the entries of a group.
    var length: Int {
        switch value {
        case .array(let elements)?: elements.count
        case .object(let members)?: members.count
        case nil, .null?, .bool?, .integer?, .number?, .string?: text.count
        }
    }
}
