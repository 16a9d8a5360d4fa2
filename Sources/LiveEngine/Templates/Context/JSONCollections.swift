import LiveProtocol
import OrderedCollections

/// A JSON array as a list.
final class JSONList: TemplateList {
    private let elements: [JSONValue]
    init(_ elements: [JSONValue]) { self.elements = elements }
    var count: Int { elements.count }
    subscript(index: Int) -> TemplateValue { TemplateValue(elements[index]) }
}

/// A JSON object as a dictionary.
final class JSONMap: TemplateMap {
    private let members: OrderedDictionary<String, JSONValue>
    init(_ members: OrderedDictionary<String, JSONValue>) { self.members = members }
    var count: Int { members.count }
    func key(at index: Int) -> TemplateValue { .string(members.elements[index].key) }
    func value(at index: Int) -> TemplateValue { TemplateValue(members.elements[index].value) }

    func value(forKey key: String) -> TemplateValue? {
        // The dictionary takes canonically equivalent keys for one; templates tell them apart.
        guard let index = members.index(forKey: key), TemplateText.isSame(members.elements[index].key, key) else {
            return nil
        }
        return TemplateValue(members.elements[index].value)
    }
}

extension TemplateValue {
    init(_ json: JSONValue) {
        switch json {
        case .null: self = .none
        case .bool(let value): self = .bool(value)
        case .integer(let value): self = .integer(value)
        case .number(let value): self = .number(value)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .list(JSONList(elements))
        case .object(let members): self = .map(JSONMap(members))
        }
    }
}
