import OrderedCollections

extension JSONValue {
    /// Gives the JSON form of any encodable value.
    ///
    /// - Throws: What the value's own `encode(to:)` throws.
    public init(encoding value: some Encodable) throws {
        let node = EncodedNode()
        try JSONValueEncoder.encode(value, into: node, path: [])
        self = node.value
    }
}

extension JSONValue {
    /// Gives the JSON form of the beginning of any encodable value, however large it is.
    ///
    /// - Parameter limit: How many values within it are written at most.
    /// - Returns: Also whether that is all of it.
    /// - Throws: What the value's own `encode(to:)` throws.
    package static func beginning(
        of value: some Encodable, limit: Int
    ) throws -> (value: JSONValue, isWhole: Bool) {
        let node = EncodedNode(budget: EncodingBudget(limit))
        do {
            try JSONValueEncoder.encode(value, into: node, path: [])
            return (node.value, true)
        } catch is EncodingBudget.Spent {
            return (node.value, false)
        }
    }
}

/// How many values may still be written.
private final class EncodingBudget {
    struct Spent: Error {}

    private var left: Int

    init(_ limit: Int) { left = limit }

    func spend() throws {
        guard left > 0 else { throw Spent() }
        left -= 1
    }
}

/// The place where one value is being put together.
private final class EncodedNode {
    /// Nil where all is written.
    let budget: EncodingBudget?

    init(budget: EncodingBudget? = nil) { self.budget = budget }

    private enum Content {
        case none
        case single(JSONValue)
        case array([EncodedNode])
        case object(OrderedDictionary<String, EncodedNode>)
    }

    private var content = Content.none

    var count: Int {
        switch content {
        case .array(let elements): elements.count
        case .none, .single, .object: 0
        }
    }

    var value: JSONValue {
        switch content {
        case .none: .object([:])
        case .single(let value): value
        case .array(let elements): .array(elements.map(\.value))
        case .object(let members): .object(members.mapValues(\.value))
        }
    }

    func set(_ value: JSONValue) { content = .single(value) }

    func becomeObject() {
        if case .object = content { return }
        content = .object([:])
    }

    func becomeArray() {
        if case .array = content { return }
        content = .array([])
    }

    func member(_ key: String) -> EncodedNode {
        let node = EncodedNode(budget: budget)
        if case .object(var members) = content {
            content = .none
            members[key] = node
            content = .object(members)
        }
        return node
    }

    func element() -> EncodedNode {
        let node = EncodedNode(budget: budget)
        if case .array(var elements) = content {
            content = .none
            elements.append(node)
            content = .array(elements)
        }
        return node
    }
}

private struct JSONValueEncoder: Encoder {
    let node: EncodedNode
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func encode(_ value: some Encodable, into node: EncodedNode, path: [any CodingKey]) throws {
        try node.budget?.spend()
        if let value = value as? JSONValue {
            node.set(value)
        } else if let value = value as? any TextCodable {
            node.set(.string(value.codedText))
        } else {
            try value.encode(to: JSONValueEncoder(node: node, codingPath: path))
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.becomeObject()
        return KeyedEncodingContainer(KeyedContainer(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.becomeArray()
        return UnkeyedContainer(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleContainer(node: node, codingPath: codingPath)
    }
}

private struct KeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: EncodedNode
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) { node.member(key.stringValue).set(.null) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        try JSONValueEncoder.encode(value, into: node.member(key.stringValue), path: codingPath + [key])
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        superEncoder(forKey: key).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        superEncoder(forKey: key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { JSONValueEncoder(node: node.member("super"), codingPath: codingPath) }

    func superEncoder(forKey key: Key) -> any Encoder {
        JSONValueEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key])
    }
}

private struct UnkeyedContainer: UnkeyedEncodingContainer {
    let node: EncodedNode
    let codingPath: [any CodingKey]
    var count: Int { node.count }

    func encodeNil() throws {
        try node.budget?.spend()
        node.element().set(.null)
    }

    func encode(_ value: some Encodable) throws {
        try JSONValueEncoder.encode(value, into: node.element(), path: codingPath)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
        superEncoder().container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }

    func superEncoder() -> any Encoder { JSONValueEncoder(node: node.element(), codingPath: codingPath) }
}

private struct SingleContainer: SingleValueEncodingContainer {
    let node: EncodedNode
    let codingPath: [any CodingKey]

    func encodeNil() { node.set(.null) }
    func encode(_ value: Bool) { node.set(.bool(value)) }
    func encode(_ value: String) { node.set(.string(value)) }
    func encode(_ value: Double) { node.set(.number(value)) }
    func encode(_ value: Float) { node.set(.number(Double(value))) }
    func encode(_ value: Int) { node.set(.integer(value)) }
    func encode(_ value: Int8) { node.set(.integer(Int(value))) }
    func encode(_ value: Int16) { node.set(.integer(Int(value))) }
    func encode(_ value: Int32) { node.set(.integer(Int(value))) }
    func encode(_ value: Int64) { setInteger(value) }
    func encode(_ value: UInt) { setInteger(value) }
    func encode(_ value: UInt8) { node.set(.integer(Int(value))) }
    func encode(_ value: UInt16) { node.set(.integer(Int(value))) }
    func encode(_ value: UInt32) { setInteger(value) }
    func encode(_ value: UInt64) { setInteger(value) }

    func encode(_ value: some Encodable) throws {
        try JSONValueEncoder.encode(value, into: node, path: codingPath)
    }

    private func setInteger(_ value: some BinaryInteger) {
        node.set(Int(exactly: value).map(JSONValue.integer) ?? .number(Double(value)))
    }
}

extension JSONValue: Encodable {
    /// Writes the value as JSON has it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let elements): try container.encode(elements)
        case .object(let members): try container.encode(Members(values: members))
        }
    }

    /// Writes an object's members in their order.
    private struct Members: Encodable {
        struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        let values: OrderedDictionary<String, JSONValue>

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            for (key, value) in values { try container.encode(value, forKey: Key(stringValue: key)) }
        }
    }
}
