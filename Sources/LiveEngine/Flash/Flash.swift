import LiveProtocol
import Markup

/// The flash messages of a session: values by key, in the order in which the keys were first put.
public struct Flash: Sendable {
    // Messages are few, so a search along the line is faster and smaller than a table.
    private var entries: [(key: String, value: FlashValue)] = []

    /// Makes a flash without messages.
    public init() {}

    /// Whether there is no message.
    public var isEmpty: Bool { entries.isEmpty }
    /// How many messages there are.
    public var count: Int { entries.count }
    /// The keys in the order in which they were first put.
    public var keys: [String] { entries.map(\.key) }

    /// The value of a key.
    public subscript(key: String) -> FlashValue? {
        entries.first { $0.key == key }?.value
    }

    /// The value of a key as a type; nil when there is none.
    ///
    /// - Throws: As `FlashValue.decode` does.
    public func decode<Value: Decodable>(_ type: Value.Type = Value.self, _ key: String) throws -> Value? {
        try self[key]?.decode(type)
    }

    /// Sets the value of a key; one that is there already keeps its place.
    public mutating func put(_ key: String, _ value: FlashValue) {
        if let index = entries.firstIndex(where: { $0.key == key }) {
            entries[index].value = value
        } else {
            entries.append((key, value))
        }
    }

    /// Removes all.
    public mutating func clear() { entries = [] }

    /// Removes a key; when it is not there, nothing happens.
    public mutating func clear(_ key: String) { entries.removeAll { $0.key == key } }

    /// Renders every message, in order.
    public func map(_ render: (_ key: String, _ value: FlashValue) throws -> Rendered) rethrows -> [Rendered] {
        try entries.map { try render($0.key, $0.value) }
    }
}

extension Flash: Sequence {
    /// Gives keys and values, in the order in which the keys were first put.
    public func makeIterator() -> IndexingIterator<[(key: String, value: FlashValue)]> { entries.makeIterator() }
}

extension Flash: Encodable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Writes the values by their keys.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for entry in entries { try container.encode(entry.value, forKey: Key(stringValue: entry.key)) }
    }
}
