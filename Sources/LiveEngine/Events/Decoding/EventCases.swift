/// The one member of an event as it is decoded: its name, whose value is the payload.
struct EventCases<Key: CodingKey>: KeyedDecodingContainerProtocol {
    /// Nil for an event that the type does not have.
    let key: Key?
    let payload: PayloadPlace

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { key.map { [$0] } ?? [] }

    func contains(_ key: Key) -> Bool { key.stringValue == self.key?.stringValue }
    func decodeNil(forKey key: Key) -> Bool { !contains(key) || payload.isNothing }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try payload.decode(type) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try payload.members(of: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer { PayloadElements(payload) }
    func superDecoder() -> any Decoder { PayloadValueDecoder(place: payload) }
    func superDecoder(forKey key: Key) -> any Decoder { PayloadValueDecoder(place: payload) }
}
