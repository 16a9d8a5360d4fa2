import Synchronization

/// Where the elements of a list are, by their ids: found out at the first question, and from then on known to the list and
/// to what becomes of it by changes of its end.
///
/// Of elements with the same id the first counts. The versions of a list share one table, which is right for the newest; an
/// older one that is asked after all, as when a handler failed, makes a table of its own.
final class IDPlaces<ID: Hashable & Sendable>: Sendable {
    private final class Table: Sendable {
        struct State {
            var places: [ID: Int]
            /// The number of the version that the places are of.
            var version = 0
        }

        let state: Mutex<State>

        init(_ places: [ID: Int]) { state = Mutex(State(places: places)) }
    }

    private struct Known {
        let table: Table
        let version: Int
    }

    /// Nil until somebody asks.
    private let known: Mutex<Known?>

    init() { known = Mutex(nil) }

    private init(_ known: Known) { self.known = Mutex(known) }

    /// - Parameter ids: The ids of all elements in order.
    func place(of id: ID, in ids: () -> [ID]) -> Int? {
        known.withLock { known in
            if let known {
                let (isRight, place) = known.table.state.withLock { ($0.version == known.version, $0.places[id]) }
                if isRight { return place }
            }
            let places = Dictionary(zip(ids(), 0...)) { first, _ in first }
            known = Known(table: Table(places), version: 0)
            return places[id]
        }
    }

    /// The places when the end of the list is another.
    ///
    /// - Parameter start: The place of the first element of both ends.
    func replacingEnd(at start: Int, _ old: some Sequence<ID>, with new: some Sequence<ID>) -> IDPlaces {
        guard let known = known.withLock({ $0 }) else { return IDPlaces() }
        let version: Int? = known.table.state.withLock { state in
            guard state.version == known.version else { return nil }
            for (place, id) in zip(start..., old) where state.places[id] == place { state.places[id] = nil }
            for (place, id) in zip(start..., new) where state.places[id] == nil { state.places[id] = place }
            state.version += 1
            return state.version
        }
        return version.map { IDPlaces(Known(table: known.table, version: $0)) } ?? IDPlaces()
    }
}
