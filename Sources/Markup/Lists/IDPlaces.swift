import HashTreeCollections
import Synchronization

/// Where the elements of a list are, by their ids: found out at the first question, and then known to all copies.
///
/// Of elements with the same id the first counts.
final class IDPlaces<ID: Hashable & Sendable>: Sendable {
    /// Nil until somebody asks.
    private let places: Mutex<TreeDictionary<ID, Int>?>

    init() { places = Mutex(nil) }

    private init(_ known: TreeDictionary<ID, Int>) { places = Mutex(known) }

    /// - Parameter ids: The ids of all elements in order.
    func place(of id: ID, in ids: () -> some Sequence<ID>) -> Int? {
        places.withLock { places in
            if let places { return places[id] }
            let known = TreeDictionary(zip(ids(), 0...)) { first, _ in first }
            places = known
            return known[id]
        }
    }

    /// The places when the end of the list is another.
    ///
    /// - Parameter start: The place of the first element of both ends.
    func replacingEnd(at start: Int, _ old: some Sequence<ID>, with new: some Sequence<ID>) -> IDPlaces {
        guard var known = places.withLock({ $0 }) else { return IDPlaces() }
        for (place, id) in zip(start..., old) where known[id] == place { known[id] = nil }
        for (place, id) in zip(start..., new) where known[id] == nil { known[id] = place }
        return IDPlaces(known)
    }
}
