import LiveProtocol
import OrderedCollections

/// The members of a group of values, under the names that Swift gives them.
struct PayloadMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: OrderedDictionary<String, JSONValue>
    let path: PayloadPath
    let notes: PayloadNotes

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] {
        notes.isRead = true
        return members.keys.compactMap { notes.isForm && Self.isCompanion($0) ? nil : Key(stringValue: $0) }
    }

    func contains(_ key: Key) -> Bool { value(of: key) != nil }
    func decodeNil(forKey key: Key) -> Bool { place(of: key).isNothing }

    func decode(_ type: Bool.Type, forKey key: Key) -> Bool { place(of: key).truth() }
    func decode(_ type: String.Type, forKey key: Key) -> String { place(of: key).text() }
    func decode(_ type: Double.Type, forKey key: Key) -> Double { place(of: key).number() }
    func decode(_ type: Float.Type, forKey key: Key) -> Float { Float(place(of: key).number()) }
    func decode(_ type: Int.Type, forKey key: Key) -> Int { place(of: key).integer(type) }
    func decode(_ type: Int8.Type, forKey key: Key) -> Int8 { place(of: key).integer(type) }
    func decode(_ type: Int16.Type, forKey key: Key) -> Int16 { place(of: key).integer(type) }
    func decode(_ type: Int32.Type, forKey key: Key) -> Int32 { place(of: key).integer(type) }
    func decode(_ type: Int64.Type, forKey key: Key) -> Int64 { place(of: key).integer(type) }
    func decode(_ type: UInt.Type, forKey key: Key) -> UInt { place(of: key).integer(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) -> UInt8 { place(of: key).integer(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) -> UInt16 { place(of: key).integer(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) -> UInt32 { place(of: key).integer(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) -> UInt64 { place(of: key).integer(type) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try place(of: key).decode(type)
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) -> Bool? { present(key)?.truth() }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) -> String? {
        let place = place(of: key)
        return place.isNothing ? nil : place.text()
    }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) -> Double? { present(key)?.number() }
    func decodeIfPresent(_ type: Float.Type, forKey key: Key) -> Float? { present(key).map { Float($0.number()) } }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) -> Int? { present(key)?.integer(type) }
    func decodeIfPresent(_ type: Int8.Type, forKey key: Key) -> Int8? { present(key)?.integer(type) }
    func decodeIfPresent(_ type: Int16.Type, forKey key: Key) -> Int16? { present(key)?.integer(type) }
    func decodeIfPresent(_ type: Int32.Type, forKey key: Key) -> Int32? { present(key)?.integer(type) }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) -> Int64? { present(key)?.integer(type) }
    func decodeIfPresent(_ type: UInt.Type, forKey key: Key) -> UInt? { present(key)?.integer(type) }
    func decodeIfPresent(_ type: UInt8.Type, forKey key: Key) -> UInt8? { present(key)?.integer(type) }
    func decodeIfPresent(_ type: UInt16.Type, forKey key: Key) -> UInt16? { present(key)?.integer(type) }
    func decodeIfPresent(_ type: UInt32.Type, forKey key: Key) -> UInt32? { present(key)?.integer(type) }
    func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) -> UInt64? { present(key)?.integer(type) }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try present(key)?.decode(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try place(of: key).members(of: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer { PayloadElements(place(of: key)) }
    func superDecoder() -> any Decoder { PayloadValueDecoder(place: whole) }
    func superDecoder(forKey key: Key) -> any Decoder { PayloadValueDecoder(place: place(of: key)) }

    /// The place of a key unless it is blank, which counts as nothing for all but texts.
    private func present(_ key: Key) -> PayloadPlace? {
        let place = place(of: key)
        return place.isBlank ? nil : place
    }

    /// The place of a key; that of a value without a label is the whole group unless a member has its number.
    private func place(of key: Key) -> PayloadPlace {
        if let value = value(of: key) {
            return PayloadPlace(value: value, path: .member(of: path, key.stringValue), notes: notes)
        }
        if case .root = path, key.stringValue == "_0" { return whole }
        return PayloadPlace(value: nil, path: .member(of: path, key.stringValue), notes: notes)
    }

    /// Whether a member of a form is no field, but says something about the fields.
    private static func isCompanion(_ name: String) -> Bool {
        name.hasPrefix(Payload.unusedPrefix) || name == "_target"
    }

    private var whole: PayloadPlace {
        notes.isRead = true
        return PayloadPlace(value: .object(members), path: path, notes: notes)
    }

    private func value(of key: Key) -> JSONValue? {
        notes.isRead = true
        let name = key.stringValue
        if let value = members[name] { return value }
        return members.elements.first { NameMatching.isSame($0.key, name) }?.value
    }
}
