import LiveProtocol
import OrderedCollections

/// What came with an event: the fields of a form, or the values of a click, key or push.
public struct Payload: Sendable {
    /// The whole as JSON; for forms, fields nested by the brackets in their names, with the form's own values over them.
    public let json: JSONValue
    /// Whether it came from a form, where an unticked box and an empty list are not sent at all.
    public let isForm: Bool

    /// What begins the names of the companions of fields that the person has not used.
    static let unusedPrefix = "_unused_"

    /// Makes a payload of JSON, as a click or a push sends it.
    public init(_ json: JSONValue) {
        self.json = json
        isForm = false
    }

    /// Reads the fields of a form (TheClientsRules.md, "What an event carries").
    ///
    /// - Parameters:
    ///   - form: The type `application/x-www-form-urlencoded`.
    ///   - meta: What lies over the fields; `_target` becomes the path of the field that changed.
    public init(form: String, meta: OrderedDictionary<String, JSONValue> = [:]) {
        json = .object(FormFields.parameters(form, meta: meta))
        isForm = true
    }

    /// Takes the fields of a form that have been read.
    init(formFields json: JSONValue) {
        self.json = json
        isForm = true
    }

    init(_ push: EventPush) {
        switch push.value {
        case .json(let value): self.init(value)
        case .form(let text): self.init(form: text, meta: push.meta ?? [:])
        }
    }

    /// The value of a key.
    public subscript(key: String) -> JSONValue? { json[key] }

    /// The text of a key; nil when there is none, or when its value is no text.
    public func string(_ key: String) -> String? { json[key]?.string }

    /// The path of the field whose change led to the event; empty for other events.
    public var target: [String] {
        guard case .array(let path)? = json["_target"] else { return [] }
        return path.compactMap(\.string)
    }

    /// Whether the person has used a field; others come with an `_unused_` companion.
    ///
    /// - Parameter path: The field's name, or its parts: `isUsed("user", "name")` for `user[name]`.
    public func isUsed(_ path: String...) -> Bool {
        guard let name = path.last else { return false }
        var place: JSONValue? = json
        for key in path.dropLast() { place = place?[key] }
        return place?[name] != nil && place?[Self.unusedPrefix + name] == nil
    }

    /// A value as a type; ask for an optional type when it may be absent.
    ///
    /// - Throws: `PayloadError`, which names the value, what it must be and what it is.
    public func value<Value: Decodable>(_ key: String, as type: Value.Type = Value.self) throws -> Value {
        try PayloadDecoding.run(self) { place in try place.members(of: OpenKey.self).decode(type, forKey: OpenKey(key))
        }
    }

    /// The whole as a type.
    ///
    /// - Throws: `PayloadError` with everything that is wrong.
    public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try PayloadDecoding.run(self) { place in try place.decode(type) }
    }
}

/// A key of any name.
struct OpenKey: CodingKey {
    let stringValue: String

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
    var intValue: Int? { nil }
}
