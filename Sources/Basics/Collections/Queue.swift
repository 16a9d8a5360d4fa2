/// A line of elements: new ones come to its end, and the first is taken. Both take constant time.
package struct Queue<Element> {
    private var elements: ContiguousArray<Element?> = []
    private var head = 0

    package init() {}

    package var count: Int { elements.count - head }

    package mutating func append(_ element: Element) { elements.append(element) }

    package var first: Element? { count > 0 ? elements[head] : nil }

    package mutating func popFirst() -> Element? {
        guard head < elements.count else { return nil }
        let element = elements[head]
        elements[head] = nil
        head += 1
        if head == elements.count {
            elements.removeAll(keepingCapacity: elements.count <= 64)
            head = 0
        } else if head >= 64, head * 2 > elements.count {
            elements.removeFirst(head)
            head = 0
        }
        return element
    }
}

extension Queue: Sendable where Element: Sendable {}

extension Queue: Sequence {
    package func makeIterator() -> some IteratorProtocol<Element> {
        elements[head...].lazy.compactMap { $0 }.makeIterator()
    }
}
