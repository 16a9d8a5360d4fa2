/// Values at some of the indices 0, 1, 2 and so on, in ascending order: one block of memory, none while it is empty.
///
/// A diff is made of these by the thousand, and nearly always written in order and read in order. What is here can be
/// inlined, so that other modules get code for their own values; that takes a type that is usable from inlined code, too.
@usableFromInline
package struct SparseArray<Value> {
    @usableFromInline
    package typealias Element = (key: Int, value: Value)

    @usableFromInline
    var elements: ContiguousArray<Element> = []

    @inlinable
    package init() {}

    @inlinable
    package var isEmpty: Bool { elements.isEmpty }

    /// The number of values.
    @inlinable
    package var count: Int { elements.count }

    /// The indices that have a value.
    @inlinable
    package var keys: [Int] { elements.map(\.key) }

    @inlinable
    package var values: some RandomAccessCollection<Value> { elements.lazy.map(\.value) }

    @inlinable
    package mutating func reserveCapacity(_ count: Int) { elements.reserveCapacity(count) }

    /// The value at an index; nil where there is none. Setting one behind all others costs the least.
    @inlinable
    package subscript(key: Int) -> Value? {
        get {
            let place = place(of: key)
            return place < elements.count && elements[place].key == key ? elements[place].value : nil
        }
        set {
            let place = place(of: key)
            let isPresent = place < elements.count && elements[place].key == key
            switch (newValue, isPresent) {
            case (let value?, true): elements[place].value = value
            case (let value?, false) where place == elements.count: elements.append((key, value))
            case (let value?, false): elements.insert((key, value), at: place)
            case (nil, true): elements.remove(at: place)
            case (nil, false): break
            }
        }
    }

    /// Where the value of an index is, or would be.
    @inlinable
    func place(of key: Int) -> Int {
        guard let last = elements.last, last.key >= key else { return elements.count }
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
    @inlinable
    package func makeIterator() -> ContiguousArray<Element>.Iterator { elements.makeIterator() }

    @inlinable
    package var underestimatedCount: Int { elements.count }
}

extension SparseArray: ExpressibleByDictionaryLiteral {
    @inlinable
    package init(dictionaryLiteral elements: (Int, Value)...) {
        for (key, value) in elements { self[key] = value }
    }
}

extension SparseArray: Equatable where Value: Equatable {
    @inlinable
    package static func == (left: Self, right: Self) -> Bool { left.elements.elementsEqual(right.elements, by: ==) }
}

extension SparseArray: Sendable where Value: Sendable {}
