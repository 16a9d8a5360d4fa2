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
    /// The member that was last asked for and is a collection: templates ask for it again as a rule.
    private var lastIndex = -1
    private var lastCollection = TemplateValue.none

    init(_ members: OrderedDictionary<String, JSONValue>) { self.members = members }
    var count: Int { members.count }
    func key(at index: Int) -> TemplateValue { .string(members.keys[index]) }

    func value(at index: Int) -> TemplateValue {
        if index == lastIndex { return lastCollection }
        switch members.values[index] {
        case .null: return .none
        case .bool(let value): return .bool(value)
        case .integer(let value): return .integer(value)
        case .number(let value): return .number(value)
        case .string(let text): return .string(text)
        case .array(let elements): return remember(.list(JSONList(elements)), index)
        case .object(let members): return remember(.map(JSONMap(members)), index)
        }
    }

    private func remember(_ collection: TemplateValue, _ index: Int) -> TemplateValue {
        lastIndex = index
        lastCollection = collection
        return collection
    }

    func value(forKey key: String) -> TemplateValue? {
        index(forKey: key, expectedAt: 0).map { value(at: $0) }
    }

    func index(forKey key: String, expectedAt index: Int) -> Int? {
        if index < members.count, TemplateText.isSame(members.keys[index], key) { return index }
        // The dictionary takes canonically equivalent keys for one; templates tell them apart.
        guard let found = members.index(forKey: key), TemplateText.isSame(members.keys[found], key) else { return nil }
        return found
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
