/// Values at some of the indices 0, 1, 2 and so on, in ascending order: one block of memory, none while it is empty.
///
/// A diff is made of these by the thousand, and nearly always written in order and read in order. It is public, since only
/// of what is public and inlinable other modules get code for their own values.
@frozen
public struct SparseArray<Value> {
    /// An index and its value.
    public typealias Element = (key: Int, value: Value)

    @usableFromInline
    var elements: ContiguousArray<Element> = []

    /// An array without values.
    @inlinable
    public init() {}

    /// Whether there is no value.
    @inlinable
    public var isEmpty: Bool { elements.isEmpty }

    /// The number of values.
    @inlinable
    public var count: Int { elements.count }

    /// The indices that have a value.
    @inlinable
    public var keys: [Int] {
        // No key paths here: generic code makes them anew at each use.
        elements.isEmpty ? [] : elements.map { $0.key }
    }

    /// The values, in the order of their indices.
    @inlinable
    public var values: some RandomAccessCollection<Value> { elements.lazy.map { $0.value } }

    /// Makes room for so many values.
    @inlinable
    public mutating func reserveCapacity(_ count: Int) { elements.reserveCapacity(count) }

    /// The value at an index; nil where there is none. Setting one behind all others costs the least.
    @inlinable
    public subscript(key: Int) -> Value? {
        get {
            let place = place(of: key)
            return place < elements.count && elements[place].key == key ? elements[place].value : nil
        }
        set {
            if let value = newValue, elements.isEmpty || elements[elements.count - 1].key < key {
                elements.append((key, value))
                return
            }
            let place = place(of: key)
            let isPresent = place < elements.count && elements[place].key == key
            switch (newValue, isPresent) {
            case (let value?, true): elements[place].value = value
            case (let value?, false): elements.insert((key, value), at: place)
            case (nil, true): elements.remove(at: place)
            case (nil, false): break
            }
        }
    }

    /// Where the value of an index is, or would be.
    @inlinable
    func place(of key: Int) -> Int {
        guard !elements.isEmpty, elements[elements.count - 1].key >= key else { return elements.count }
        var lower = 0
        var upper = elements.count - 1
        while lower < upper {
            let middle = (lower + upper) / 2
            if elements[middle].key < key { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }
}

extension SparseArray: Sequence {
    /// Goes through the values with their indices, in ascending order.
    @inlinable
    public func makeIterator() -> ContiguousArray<Element>.Iterator { elements.makeIterator() }

    /// The number of values.
    @inlinable
    public var underestimatedCount: Int { elements.count }
}

extension SparseArray: ExpressibleByDictionaryLiteral {
    /// An array of the values of a literal by their indices.
    @inlinable
    public init(dictionaryLiteral elements: (Int, Value)...) {
        for (key, value) in elements { self[key] = value }
    }
}

extension SparseArray: Equatable where Value: Equatable {
    /// Whether both have the same values at the same indices.
    @inlinable
    public static func == (left: Self, right: Self) -> Bool { left.elements.elementsEqual(right.elements, by: ==) }
}

extension SparseArray: Sendable where Value: Sendable {}
