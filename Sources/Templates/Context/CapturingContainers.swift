/// Notes the elements of a value that encodes itself as a list.
struct CapturingUnkeyedContainer: UnkeyedEncodingContainer {
    let list: CapturedList
    var codingPath: [any CodingKey] { [] }
    var count: Int { list.count }

    func encodeNil() { list.append(.value(.none)) }
    func encode(_ value: some Encodable) { list.append(.deferred(value)) }

    func nestedContainer<NestedKey: CodingKey>(keyedBy keyType: NestedKey.Type) -> KeyedEncodingContainer<NestedKey> {
        let nested = CapturedMap()
        list.append(.value(.map(nested)))
        return KeyedEncodingContainer(CapturingKeyedContainer<NestedKey>(map: nested))
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        let nested = CapturedList()
        list.append(.value(.list(nested)))
        return CapturingUnkeyedContainer(list: nested)
    }

    func superEncoder() -> any Encoder {
        let encoder = CapturingEncoder()
        list.append(.encoder(encoder))
        return encoder
    }
}

/// Takes the one value that stands for another.
struct CapturingSingleValueContainer: SingleValueEncodingContainer {
    let encoder: CapturingEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { encoder.set(.none) }
    func encode(_ value: some Encodable) { encoder.set(ContextReader.value(of: value)) }
}
