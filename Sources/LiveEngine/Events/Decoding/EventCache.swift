/// The events of one view type that carry nothing, by the names under which they came.
///
/// Decoding such an event gives the same value every time, so it is done once. Views have few of them, so a search along
/// the line is faster than a table.
final class EventCache<Event> {
    /// Markup could write a name in many ways; more than these are none that real markup has.
    private static var limit: Int { 64 }

    private var names: [String] = []
    private var events: ContiguousArray<Event> = []

    subscript(name: String) -> Event? { names.firstIndex(of: name).map { events[$0] } }

    func keep(_ event: Event, as name: String) {
        guard names.count < Self.limit else { return }
        names.append(name)
        events.append(event)
    }
}
