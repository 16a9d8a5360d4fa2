/// Notes the members of a structure by their keys.
struct CapturingKeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let map: CapturedMap
    var codingPath: [any CodingKey] { [] }

    private func add(_ value: TemplateValue, _ key: Key) { map.append(.value(value), key.stringValue) }

    func encodeNil(forKey key: Key) { add(.none, key) }
    func encode(_ value: Bool, forKey key: Key) { add(.bool(value), key) }
    func encode(_ value: String, forKey key: Key) { add(.string(value), key) }
    func encode(_ value: Double, forKey key: Key) { add(.number(value), key) }
    func encode(_ value: Int, forKey key: Key) { add(.integer(value), key) }
    func encode(_ value: some Encodable, forKey key: Key) { map.append(.deferred(value), key.stringValue) }

    // A member that is nil is there, and none.
    func encodeIfPresent(_ value: Bool?, forKey key: Key) { add(value.map { .bool($0) } ?? TemplateValue.none, key) }
    func encodeIfPresent(_ value: String?, forKey key: Key) {
        add(value.map { .string($0) } ?? TemplateValue.none, key)
    }
    func encodeIfPresent(_ value: Double?, forKey key: Key) {
        add(value.map { .number($0) } ?? TemplateValue.none, key)
    }
    func encodeIfPresent(_ value: Int?, forKey key: Key) { add(value.map { .integer($0) } ?? TemplateValue.none, key) }

    func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) {
        if let value { encode(value, forKey: key) } else { encodeNil(forKey: key) }
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        let nested = CapturedMap()
        add(.map(nested), key)
        return KeyedEncodingContainer(CapturingKeyedContainer<NestedKey>(map: nested))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        let nested = CapturedList()
        add(.list(nested), key)
        return CapturingUnkeyedContainer(list: nested)
    }

    func superEncoder() -> any Encoder { superEncoder(named: "super") }
    func superEncoder(forKey key: Key) -> any Encoder { superEncoder(named: key.stringValue) }

    private func superEncoder(named name: String) -> any Encoder {
        let encoder = CapturingEncoder()
        map.append(.encoder(encoder), name)
        return encoder
    }
}
