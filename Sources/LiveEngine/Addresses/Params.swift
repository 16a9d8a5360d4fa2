import LiveProtocol
import OrderedCollections

/// The values of an address: those in its path, and those in its query where the path has none of that name.
public struct Params: Sendable {
    /// Path and query.
    public let url: String
    /// The values by name; those of the query are nested as those of a form are.
    public let values: OrderedDictionary<String, JSONValue>

    init(_ address: Address, path: OrderedDictionary<String, String> = [:]) {
        url = address.url
        var values = FormFields.decode(address.query)
        for (name, value) in path { values[name] = .string(value) }
        self.values = values
    }

    /// Makes the values of an address that has no values in its path.
    public init(url: String) { self.init(Address(url)) }

    /// The address without its query.
    public var path: String { Address(url).path }

    /// The text of a value; nil when there is none, or when it is a list or nested.
    public subscript(name: String) -> String? { values[name]?.string }

    /// A value as a type; ask for an optional type when it may be absent.
    ///
    /// - Throws: `PayloadError`, which names the value, what it must be and what it is.
    public func value<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
        try payload.value(name, as: type)
    }

    /// All values as one type.
    ///
    /// - Throws: `PayloadError` with everything that is wrong.
    public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try payload.decode(type)
    }

    private var payload: Payload { Payload(.object(values)) }
}
