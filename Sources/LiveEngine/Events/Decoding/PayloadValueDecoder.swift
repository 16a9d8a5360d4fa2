/// Decodes a type from one value of a payload.
struct PayloadValueDecoder: Decoder {
    let place: PayloadPlace

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try place.members(of: type)
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer { PayloadElements(place) }
    func singleValueContainer() -> any SingleValueDecodingContainer { PayloadValue(place: place) }
}

/// One value as a whole.
struct PayloadValue: SingleValueDecodingContainer {
    let place: PayloadPlace

    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { place.isBlank }
    func decode(_ type: Bool.Type) -> Bool { place.truth() }
    func decode(_ type: String.Type) -> String { place.text() }
    func decode(_ type: Double.Type) -> Double { place.number() }
    func decode(_ type: Float.Type) -> Float { Float(place.number()) }
    func decode(_ type: Int.Type) -> Int { place.integer(type) }
    func decode(_ type: Int8.Type) -> Int8 { place.integer(type) }
    func decode(_ type: Int16.Type) -> Int16 { place.integer(type) }
    func decode(_ type: Int32.Type) -> Int32 { place.integer(type) }
    func decode(_ type: Int64.Type) -> Int64 { place.integer(type) }
    func decode(_ type: UInt.Type) -> UInt { place.integer(type) }
    func decode(_ type: UInt8.Type) -> UInt8 { place.integer(type) }
    func decode(_ type: UInt16.Type) -> UInt16 { place.integer(type) }
    func decode(_ type: UInt32.Type) -> UInt32 { place.integer(type) }
    func decode(_ type: UInt64.Type) -> UInt64 { place.integer(type) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try place.decode(type) }
}
