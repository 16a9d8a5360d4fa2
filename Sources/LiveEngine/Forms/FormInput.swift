import LiveProtocol

/// The fields of a form as they came with an event: `case validate(user: FormInput)`.
public struct FormInput: Codable, Sendable {
    let fields: JSONValue

    /// Makes the fields of values by name.
    public init(_ fields: JSONValue) { self.fields = fields }

    /// Takes the value as it is, readable or not; a `Form` says what is wrong with it.
    public init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? PayloadValueDecoder else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "the fields of a form come with an event"))
        }
        decoder.place.notes.isRead = true
        fields = decoder.place.value ?? .object([:])
    }

    /// Writes the fields as they came.
    public func encode(to encoder: any Encoder) throws { try fields.encode(to: encoder) }
}
