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
    // Names and elements apart, since asking the dictionary for its values copies it.
    private let names: OrderedSet<String>
    private let elements: [JSONValue]
    /// The member that was last asked for and is a collection: templates ask for it again as a rule.
    private var lastIndex = -1
    private var lastCollection = TemplateValue.none

    init(_ members: OrderedDictionary<String, JSONValue>) {
        names = members.keys
        elements = members.values.elements
    }

    var count: Int { elements.count }
    func key(at index: Int) -> TemplateValue { .string(names[index]) }

    func value(at index: Int) -> TemplateValue {
        if index == lastIndex { return lastCollection }
        switch elements[index] {
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
        if index < names.count, TemplateText.isSame(names[index], key) { return index }
        // The dictionary takes canonically equivalent keys for one; templates tell them apart.
        guard let found = names.firstIndex(of: key), TemplateText.isSame(names[found], key) else { return nil }
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
