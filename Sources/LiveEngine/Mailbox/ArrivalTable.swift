/// One value for each of some keys, in the order in which the keys came. Adding and removing take constant time.
struct ArrivalTable<Key: Hashable, Value> {
    private var slots: ContiguousArray<(key: Key, value: Value)?> = []
    private var places: [Key: Int] = [:]

    var isEmpty: Bool { places.isEmpty }
    var count: Int { places.count }

    subscript(key: Key) -> Value? { places[key].flatMap { slots[$0]?.value } }

    /// Puts a value in; a key that has one keeps its place.
    ///
    /// - Returns: The value that was there.
    @discardableResult
    mutating func set(_ value: Value, for key: Key) -> Value? {
        if let place = places[key] {
            let old = slots[place]?.value
            slots[place] = (key, value)
            return old
        }
        places[key] = slots.count
        slots.append((key, value))
        return nil
    }

    /// Takes the value of a key out and gives it.
    @discardableResult
    mutating func remove(_ key: Key) -> Value? {
        guard let place = places.removeValue(forKey: key) else { return nil }
        let old = slots[place]?.value
        slots[place] = nil
        if slots.count > 2 * places.count + 16 { close() }
        return old
    }

    /// Leaves no gaps.
    private mutating func close() {
        slots = ContiguousArray(slots.lazy.filter { $0 != nil })
        for (place, slot) in slots.enumerated() { if let slot { places[slot.key] = place } }
    }
}

extension ArrivalTable: Sendable where Key: Sendable, Value: Sendable {}

extension ArrivalTable: Sequence {
    func makeIterator() -> some IteratorProtocol<(key: Key, value: Value)> {
        slots.lazy.compactMap { $0 }.makeIterator()
    }
}
