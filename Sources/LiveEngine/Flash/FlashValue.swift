import LiveProtocol
import Markup

/// The value of one flash message: a text, or any value that can be encoded.
public struct FlashValue: Sendable {
    private enum Storage: Sendable {
        case text(String)
        case value(any Encodable & Sendable)
    }

    private let storage: Storage

    /// Makes a message that is a text.
    public init(_ text: String) { storage = .text(text) }

    /// Makes a message of a value.
    public init(_ value: some Encodable & Sendable) {
        if let text = value as? String { storage = .text(text) } else { storage = .value(value) }
    }

    /// The text, when the value is one.
    public var string: String? {
        switch storage {
        case .text(let text): text
        case .value: nil
        }
    }

    /// The value as it was put.
    public var value: any Encodable & Sendable {
        switch storage {
        case .text(let text): text
        case .value(let value): value
        }
    }

    /// The JSON form.
    ///
    /// - Throws: What the value's own `encode(to:)` throws.
    public func json() throws -> JSONValue {
        switch storage {
        case .text(let text): .string(text)
        case .value(let value): try JSONValue(encoding: value)
        }
    }

    /// The value as a type: itself when it is of that type, else read from its JSON form.
    ///
    /// - Throws: `PayloadError` when it is neither, or what its `encode(to:)` throws.
    public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        if let value = value as? Value { return value }
        return try Payload(json()).decode(type)
    }
}

extension FlashValue: TextConvertible {
    /// A text as it is, numbers and truth values as templates print them, anything else as JSON.
    public var renderedText: String {
        switch storage {
        case .text(let text): text
        case .value(let value as any TextConvertible): value.renderedText
        case .value: (try? json().json) ?? ""
        }
    }
}

extension FlashValue: Encodable {
    /// Writes the value as it was put.
    public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
