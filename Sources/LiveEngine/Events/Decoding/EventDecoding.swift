import LiveProtocol

/// Makes an event of a view from its name and payload.
enum EventDecoding {
    /// - Parameter name: The event's name as markup writes it: `delete-item` and `delete_item` are the case `deleteItem`.
    /// - Throws: `UnknownEvent` when the type has no such case, `PayloadError` with all that is wrong with the payload.
    static func decode<Event: Decodable>(_ type: Event.Type, name: String, payload: Payload) throws -> Event {
        try decode(type, name: name, payload: payload, cache: nil)
    }

    static func decode<Event: Decodable>(
        _ type: Event.Type, name: String, payload: Payload, cache: EventCache<Event>?
    ) throws -> Event {
        if let event = cache?[name] { return event }
        if let event = try plainEvent(type, name: name) { return event }
        let names = EventNames()
        let notes = PayloadNotes(isForm: payload.isForm)
        do {
            let event = try PayloadDecoding.run(payload, notes) { place in
                try Event(from: EventDecoder(name: name, payload: place, names: names))
            }
            if !notes.isRead { cache?.keep(event, as: name) }
            return event
        } catch let error as DecodingError {
            throw names.isKnown ? error : UnknownEvent(name: name, known: names.known)
        }
    }

    /// The event of an enumeration of names, which says itself what its cases are.
    private static func plainEvent<Event>(_ type: Event.Type, name: String) throws -> Event? {
        guard let names = type as? any (CaseIterable & RawRepresentable).Type else { return nil }
        func find<Names: CaseIterable & RawRepresentable>(_ names: Names.Type) throws -> Event? {
            let cases = names.allCases.compactMap { event in (event.rawValue as? String).map { ($0, event) } }
            guard !cases.isEmpty else { return nil }
            guard let found = cases.first(where: { NameMatching.isSame($0.0, name) }) else {
                throw UnknownEvent(name: name, known: cases.map(\.0))
            }
            return found.1 as? Event
        }
        return try find(names)
    }
}

/// An event that its view does not have.
public struct UnknownEvent: Error, Equatable, Sendable {
    /// The name under which it came.
    public var name: String
    /// The events that the view has.
    public var known: [String]
}

extension UnknownEvent: CustomStringConvertible {
    /// That there is no such event, and which there are.
    public var description: String {
        if known.isEmpty { return "the view has no such event" }
        return "the view has no such event; it has " + known.map { "\"\($0)\"" }.joined(separator: ", ")
    }
}

/// What decoding an event has learnt of its names.
final class EventNames {
    var isKnown = false
    var known: [String] = []
}

/// Decodes an event as Swift encodes an enumeration: a group whose one member has the name of the case.
struct EventDecoder: Decoder {
    let name: String
    let payload: PayloadPlace
    let names: EventNames

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let key = Key(stringValue: name) ?? KeyListing.all(type).first(where: isMeant)
        names.isKnown = key != nil
        if key == nil { names.known = KeyListing.all(type).map(\.stringValue) }
        return KeyedDecodingContainer(EventCases(key: key, payload: payload))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { PayloadElements(namePlace) }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { PayloadValue(place: namePlace) }

    private var namePlace: PayloadPlace { PayloadPlace(value: .string(name), path: .root, notes: payload.notes) }

    private func isMeant(_ key: some CodingKey) -> Bool { NameMatching.isSame(key.stringValue, name) }
}

/// The one member of an event as it is decoded: its name, whose value is the payload.
struct EventCases<Key: CodingKey>: KeyedDecodingContainerProtocol {
    /// Nil for an event that the type does not have.
    let key: Key?
    let payload: PayloadPlace

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { key.map { [$0] } ?? [] }

    func contains(_ key: Key) -> Bool { key.stringValue == self.key?.stringValue }
    func decodeNil(forKey key: Key) -> Bool { !contains(key) || payload.isNothing }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try payload.decode(type) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try payload.members(of: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedDecodingContainer { PayloadElements(payload) }
    func superDecoder() -> any Decoder { PayloadValueDecoder(place: payload) }
    func superDecoder(forKey key: Key) -> any Decoder { PayloadValueDecoder(place: payload) }
}

/// The events of one view type that carry nothing, by the names under which they came.
///
/// Decoding such an event gives the same value every time, so it is done once. Views have few of them, so a search along
/// the line is faster than a table.
final class EventCache<Event> {
    /// Markup could write a name in many ways; more than these are none that real markup has.
    private static var limit: Int { 64 }

    private var names: [String] = []
    private var events: ContiguousArray<Event> = []

    subscript(name: String) -> Event? {
        guard let place = names.firstIndex(of: name) else { return nil }
        return events[place]
    }

    func keep(_ event: Event, as name: String) {
        guard names.count < Self.limit else { return }
        names.append(name)
        events.append(event)
    }
}

/// The events of a view that has none: decoding one always fails.
public enum NoEvent: Decodable, Sendable {
    /// Always throws, since there is no event.
    public init(from decoder: any Decoder) throws {
        throw DecodingError.dataCorrupted(
            .init(codingPath: decoder.codingPath, debugDescription: "the view has no events"))
    }
}
