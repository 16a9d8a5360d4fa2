/// One value for each of some sessions, in the order in which the sessions came. Adding and removing take constant time.
struct SessionTable<Value> {
    private var slots: ContiguousArray<(number: Int, value: Value)?> = []
    private var places: [Int: Int] = [:]

    var isEmpty: Bool { places.isEmpty }
    var count: Int { places.count }

    subscript(number: Int) -> Value? { places[number].flatMap { slots[$0]?.value } }

    /// Puts a value in; a session that has one keeps its place.
    ///
    /// - Returns: The value that was there.
    @discardableResult
    mutating func set(_ value: Value, for number: Int) -> Value? {
        if let place = places[number] {
            let old = slots[place]?.value
            slots[place] = (number, value)
            return old
        }
        places[number] = slots.count
        slots.append((number, value))
        return nil
    }

    /// Takes the value of a session out and gives it.
    @discardableResult
    mutating func remove(_ number: Int) -> Value? {
        guard let place = places.removeValue(forKey: number) else { return nil }
        let old = slots[place]?.value
        slots[place] = nil
        if slots.count > 2 * places.count + 16 { close() }
        return old
    }

    /// Leaves no gaps.
    private mutating func close() {
        slots = ContiguousArray(slots.lazy.filter { $0 != nil })
        for (place, slot) in slots.enumerated() { if let slot { places[slot.number] = place } }
    }
}

extension SessionTable: Sequence {
    func makeIterator() -> some IteratorProtocol<(number: Int, value: Value)> {
        slots.lazy.compactMap { $0 }.makeIterator()
    }
}
