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

    public init() { elements = ChunkedArray() }

    public init(_ elements: some Sequence<Element>) { self.elements = ChunkedArray(ContiguousArray(elements)) }
}

extension LiveList: RandomAccessCollection, MutableCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { elements.endIndex }

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

    public func makeIterator() -> some IteratorProtocol<Element> { elements.makeIterator() }
}

extension LiveList: RangeReplaceableCollection {
    public mutating func replaceSubrange(_ range: Range<Int>, with new: some Collection<Element>) {
        if range.upperBound == count {
            places = places.replacingEnd(
                at: range.lowerBound, elements[range].lazy.map(\.id), with: new.lazy.map(\.id))
        } else {
            places = IDPlaces()
        }
        elements.replaceSubrange(range, with: new)
    }

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
    public func index(id: Element.ID) -> Int? { places.place(of: id) { elements.lazy.map(\.id) } }

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
    public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension LiveList: Equatable where Element: Equatable {
    public static func == (left: LiveList, right: LiveList) -> Bool {
        left.elements.root === right.elements.root
            || left.count == right.count && left.elements.elementsEqual(right.elements)
    }
}

extension LiveList: Hashable where Element: Hashable {
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        for element in elements { hasher.combine(element) }
    }
}

extension LiveList: Encodable where Element: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for element in elements { try container.encode(element) }
    }
}

extension LiveList: Decodable where Element: Decodable {
    public init(from decoder: any Decoder) throws { self.init(try [Element](from: decoder)) }
}

extension LiveList: CustomStringConvertible {
    public var description: String { Array(self).description }
}

extension LiveList: Sendable {}
