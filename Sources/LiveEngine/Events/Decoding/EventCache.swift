/// The events of one view type that carry nothing, by the names under which they came.
///
/// Decoding such an event gives the same value every time, so it is done once.
final class EventCache<Event> {
    /// Markup can write a name in several ways; more than these are none that real markup has.
    private static var limit: Int { 256 }

    private var events: [String: Event] = [:]

    subscript(name: String) -> Event? { events[name] }

    func keep(_ event: Event, as name: String) {
        if events.count < Self.limit { events[name] = event }
    }
}
