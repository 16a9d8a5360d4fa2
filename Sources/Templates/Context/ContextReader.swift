import LiveProtocol

/// Reads values of a context as a template asks for them.
///
/// Nothing is encoded that no template reads: a structure gives its members by name, a collection its elements one at a
/// time, and its count without any.
enum ContextReader {
    /// The value as templates see it.
    static func value<Value: Encodable>(of value: Value) -> TemplateValue {
        if let simple = simple(value) { return simple }
        if let readable = value as? any ContextReadable { return readable.contextValue.value }
        return encoded(value)
    }

    /// The members of a context.
    static func members(of context: some Encodable) -> any TemplateMap {
        if case .map(let map) = value(of: context) { map } else { ValueMap() }
    }

    /// The value by its own `encode(to:)`.
    static func encoded(_ value: some Encodable) -> TemplateValue {
        let encoder = CapturingEncoder()
        do {
            try value.encode(to: encoder)
            return encoder.value
        } catch {
            return .object(UnreadableValue(reason: "\(error)"))
        }
    }

    /// The value of a type that is a text, a number or a boolean.
    private static func simple<Value: Encodable>(_ value: Value) -> TemplateValue? {
        // Comparing types costs much less than casts that fail, and most values are none of these.
        let type: Any.Type = Value.self
        if type == String.self { return (value as? String).map { .string($0) } }
        if type == Int.self { return (value as? Int).map { .integer($0) } }
        if type == Bool.self { return (value as? Bool).map { .bool($0) } }
        if type == Double.self { return (value as? Double).map { .number($0) } }
        if type == JSONValue.self { return (value as? JSONValue).map { TemplateValue($0) } }
        return nil
    }

    /// An integer of any width.
    static func integer(_ value: some BinaryInteger) -> TemplateValue {
        Int(exactly: value).map { .integer($0) } ?? .number(Double(value))
    }
}
