/// The events of a view that has none: decoding one always fails.
public enum NoEvent: Decodable, Sendable {
    public init(from decoder: any Decoder) throws {
        throw DecodingError.dataCorrupted(
            .init(codingPath: decoder.codingPath, debugDescription: "the view has no events"))
    }
}
