/// A list that notes its own changes, so that a page of any length is brought up to date at the cost of what changed.
///
/// It is used as an array is, and in a context instead of one. Copies share their memory in chunks: copying costs nothing,
/// and setting one element of a hundred thousand copies sixteen. `each(_:_:)` shows it:
/// `\(each(context.users) { user in "<li>\(user.name)</li>" })`.
///
/// Elements are told apart by their ids, each of which should occur once.
public struct LiveList<Element: Identifiable & Sendable> where Element.ID: Sendable {
    private(set) var elements: ChunkedArray<Element>
    private var places = IDPlaces<Element.ID>()

    /// Makes an empty list.
    public init() { elements = ChunkedArray() }

    /// Makes a list of elements in order.
    public init(_ elements: some Sequence<Element>) { self.elements = ChunkedArray(ContiguousArray(elements)) }
}

extension LiveList: RandomAccessCollection, MutableCollection {
    /// The index of the first element: 0.
    public var startIndex: Int { 0 }
    /// The number of elements.
    public var endIndex: Int { elements.endIndex }

    /// The element at an index; setting it is a change of one row.
    public subscript(index: Int) -> Element {
        get { elements[index] }
        set {
            if elements[index].id != newValue.id { places = IDPlaces() }
            elements[index] = newValue
        }
    }

    /// Gives all elements at once to what sorts or partitions them.
    public mutating func withContiguousMutableStorageIfAvailable<Result>(
        _ body: (inout UnsafeMutableBufferPointer<Element>) throws -> Result
    ) rethrows -> Result? {
        var all = ContiguousArray(elements)
        defer { replaceAll(with: all) }
        return try all.withUnsafeMutableBufferPointer { buffer in
            var buffer = buffer
            return try body(&buffer)
        }
    }

    /// Goes through the elements in order, a chunk at a time.
    public func makeIterator() -> some IteratorProtocol<Element> { elements.makeIterator() }
}

extension LiveList: RangeReplaceableCollection {
    /// Puts elements in the place of others, in steps in proportion to both.
    public mutating func replaceSubrange(_ range: Range<Int>, with new: some Collection<Element>) {
        if range.upperBound == count {
            places = places.replacingEnd(
                at: range.lowerBound, elements[range].lazy.map(\.id), with: new.lazy.map(\.id))
        } else {
            places = IDPlaces()
        }
        elements.replaceSubrange(range, with: new)
    }

    /// Adds elements at the end.
    public mutating func append(contentsOf new: some Sequence<Element>) {
        replaceSubrange(endIndex..<endIndex, with: ContiguousArray(new))
    }

    /// Puts others in the place of all elements. Rows of elements that were there before and are equal are kept.
    public mutating func replaceAll(with new: some Sequence<Element>) { self = LiveList(new) }

    /// Moves an element, so that it is at another index then.
    public mutating func move(from index: Int, to target: Int) {
        guard index != target else { return }
        insert(remove(at: index), at: target)
    }
}

extension LiveList {
    /// The index of the element with an id. The first question goes through the list, later ones do not.
    public func index(id: Element.ID) -> Int? { places.place(of: id) { elements.map(\.id) } }

    /// The element with an id. Setting one that is not there adds it at the end; setting nil removes it.
    public subscript(id id: Element.ID) -> Element? {
        get { index(id: id).map { elements[$0] } }
        set {
            switch (index(id: id), newValue) {
            case (let index?, let element?): self[index] = element
            case (let index?, nil): remove(at: index)
            case (nil, let element?): append(element)
            case (nil, nil): break
            }
        }
    }

    /// Removes the element with an id.
    ///
    /// - Returns: The element; nil when there is none.
    @discardableResult
    public mutating func remove(id: Element.ID) -> Element? { index(id: id).map { remove(at: $0) } }
}

extension LiveList: ExpressibleByArrayLiteral {
    /// Makes a list of the elements that are written.
    public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension LiveList: Equatable where Element: Equatable {
    /// Whether both have equal elements in the same order.
    public static func == (left: LiveList, right: LiveList) -> Bool {
        left.elements.root === right.elements.root
            || left.count == right.count && left.elements.elementsEqual(right.elements)
    }
}

extension LiveList: Hashable where Element: Hashable {
    /// Hashes all elements in order.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        for element in elements { hasher.combine(element) }
    }
}

extension LiveList: Encodable where Element: Encodable {
    /// Writes the value as JSON has it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for element in elements { try container.encode(element) }
    }
}

extension LiveList: Decodable where Element: Decodable {
    /// Reads a list as an array is read.
    public init(from decoder: any Decoder) throws { self.init(try [Element](from: decoder)) }
}

extension LiveList: CustomStringConvertible {
    /// The elements, as an array writes them.
    public var description: String { Array(self).description }
}

extension LiveList: Sendable {}
