import LiveProtocol

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

/// The values of a list, one after the other.
struct PayloadElements: UnkeyedDecodingContainer {
    private let elements: [JSONValue]
    private let path: PayloadPath
    private let notes: PayloadNotes
    private(set) var currentIndex = 0

    init(_ place: PayloadPlace) {
        elements = place.elements()
        path = place.path
        notes = place.notes
        notes.isRead = true
    }

    var codingPath: [any CodingKey] { [] }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    mutating func decodeNil() -> Bool {
        guard !isAtEnd, case .null = elements[currentIndex] else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode(_ type: Bool.Type) -> Bool { next().truth() }
    mutating func decode(_ type: String.Type) -> String { next().text() }
    mutating func decode(_ type: Double.Type) -> Double { next().number() }
    mutating func decode(_ type: Float.Type) -> Float { Float(next().number()) }
    mutating func decode(_ type: Int.Type) -> Int { next().integer(type) }
    mutating func decode(_ type: Int8.Type) -> Int8 { next().integer(type) }
    mutating func decode(_ type: Int16.Type) -> Int16 { next().integer(type) }
    mutating func decode(_ type: Int32.Type) -> Int32 { next().integer(type) }
    mutating func decode(_ type: Int64.Type) -> Int64 { next().integer(type) }
    mutating func decode(_ type: UInt.Type) -> UInt { next().integer(type) }
    mutating func decode(_ type: UInt8.Type) -> UInt8 { next().integer(type) }
    mutating func decode(_ type: UInt16.Type) -> UInt16 { next().integer(type) }
    mutating func decode(_ type: UInt32.Type) -> UInt32 { next().integer(type) }
    mutating func decode(_ type: UInt64.Type) -> UInt64 { next().integer(type) }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().decode(type) }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next().members(of: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer { PayloadElements(next()) }
    mutating func superDecoder() -> any Decoder { PayloadValueDecoder(place: next()) }

    private mutating func next() -> PayloadPlace {
        let value = isAtEnd ? nil : elements[currentIndex]
        let place = PayloadPlace(value: value, path: .member(of: path, String(currentIndex)), notes: notes)
        currentIndex += 1
        return place
    }
}
