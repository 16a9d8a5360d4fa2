/// A line of elements: new ones come to its end, and the first is taken. Both take constant time.
package struct Queue<Element> {
    private var elements: ContiguousArray<Element?> = []
    private var first = 0

    package init() {}

    package var count: Int { elements.count - first }

    package mutating func append(_ element: Element) { elements.append(element) }

    package mutating func popFirst() -> Element? {
        guard first < elements.count else { return nil }
        let element = elements[first]
        elements[first] = nil
        first += 1
        if first == elements.count {
            elements.removeAll(keepingCapacity: elements.count <= 64)
            first = 0
        } else if first >= 64, first * 2 > elements.count {
            elements.removeFirst(first)
            first = 0
        }
        return element
    }
}

extension Queue: Sendable where Element: Sendable {}

extension Queue: Sequence {
    package func makeIterator() -> some IteratorProtocol<Element> {
        elements[first...].lazy.compactMap { $0 }.makeIterator()
    }
}
