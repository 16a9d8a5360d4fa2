import OrderedCollections

/// An array of the context as a list.
final class CollectionList<Element: Encodable>: TemplateList {
    private let elements: [Element]
    /// Whether elements are structures, which need not be looked at further.
    private let isEncoded: Bool

    init(_ elements: [Element]) {
        self.elements = elements
        isEncoded =
            !(Element.self is any ContextReadable.Type) && !(Element.self is any StringProtocol.Type)
            && !(Element.self is any Numeric.Type)
    }

    var count: Int { elements.count }

    subscript(index: Int) -> TemplateValue {
        isEncoded ? ContextReader.encoded(elements[index]) : ContextReader.value(of: elements[index])
    }
}

/// A set of the context as a list. Sets have no order of their own, so texts and numbers are sorted.
final class SetList<Element: Encodable & Hashable>: TemplateList {
    private let members: Set<Element>
    private lazy var elements: [TemplateValue] = {
        let elements = members.map { ContextReader.value(of: $0) }
        if elements.contains(where: { $0.string != nil }) {
            return elements.sorted { TemplateText.precedes($0.string ?? "", $1.string ?? "") }
        }
        return elements.sorted { $0.double ?? 0 < $1.double ?? 0 }
    }()

    init(_ members: Set<Element>) { self.members = members }
    var count: Int { members.count }
    subscript(index: Int) -> TemplateValue { elements[index] }
}

/// A dictionary of the context. Dictionaries have no order of their own, so keys are sorted.
final class DictionaryMap<Key: Hashable, Value: Encodable>: TemplateMap {
    private let members: [Key: Value]
    private lazy var sorted: [(name: String, value: Value)] =
        members.map { (ContextKey.name(of: $0.key), $0.value) }.sorted { TemplateText.precedes($0.name, $1.name) }

    init(_ members: [Key: Value]) { self.members = members }

    var count: Int { members.count }
    func key(at index: Int) -> TemplateValue { .string(sorted[index].name) }
    func value(at index: Int) -> TemplateValue { ContextReader.value(of: sorted[index].value) }

    func value(forKey key: String) -> TemplateValue? {
        guard let place = ContextKey.key(named: key, Key.self).flatMap({ members.index(forKey: $0) }),
            TemplateText.isSame(ContextKey.name(of: members[place].key), key)
        else { return nil }
        return ContextReader.value(of: members[place].value)
    }

    func value(for key: TemplateValue) -> TemplateValue? {
        value(forKey: key.string ?? key.integer.map { String($0) } ?? "")
    }
}

/// A dictionary of the context that has an order.
final class OrderedMap<Key: Hashable, Value: Encodable>: TemplateMap {
    private let members: OrderedDictionary<Key, Value>

    init(_ members: OrderedDictionary<Key, Value>) { self.members = members }

    var count: Int { members.count }
    func key(at index: Int) -> TemplateValue { .string(ContextKey.name(of: members.keys[index])) }
    func value(at index: Int) -> TemplateValue { ContextReader.value(of: members.values[index]) }

    func value(forKey key: String) -> TemplateValue? {
        guard let place = ContextKey.key(named: key, Key.self).flatMap({ members.index(forKey: $0) }),
            TemplateText.isSame(ContextKey.name(of: members.keys[place]), key)
        else { return nil }
        return ContextReader.value(of: members.values[place])
    }

    func value(for key: TemplateValue) -> TemplateValue? {
        value(forKey: key.string ?? key.integer.map { String($0) } ?? "")
    }
}

/// Keys of the context's dictionaries as text and back.
enum ContextKey {
    static func name(of key: some Hashable) -> String {
        if let text = key as? String { return text }
        if let key = key as? any CodingKeyRepresentable { return key.codingKey.stringValue }
        return String(describing: key)
    }

    static func key<Key: Hashable>(named name: String, _ type: Key.Type) -> Key? {
        if let key = name as? Key { return key }
        guard let type = type as? any CodingKeyRepresentable.Type else { return nil }
        return type.init(codingKey: NamedKey(name)) as? Key
    }
}

/// A key of any name.
struct NamedKey: CodingKey {
    let stringValue: String
    var intValue: Int? { Int(stringValue) }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { self.init(String(intValue)) }
}
