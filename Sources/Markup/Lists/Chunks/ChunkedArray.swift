/// An array in chunks that its copies share: a copy costs nothing, and a change costs one chunk, whatever the length.
///
/// What differs between two copies is found by the chunks that they do not share, without a look at the others.
struct ChunkedArray<Element> {
    /// Made in this type alone, of chunks of its elements.
    private(set) var root: ChunkNode

    init() { root = ChunkNode(count: 0) }

    init(_ elements: ContiguousArray<Element>) { root = ChunkNode.root(over: Chunk.chunks(of: elements)) }

    /// The chunk of an element, and the index of its first element.
    private func chunk(at index: Int) -> (elements: ContiguousArray<Element>, start: Int) {
        precondition(index >= 0 && index < root.count, "index out of range")
        let (chunk, start) = root.chunk(at: index)
        return (Self.elements(of: chunk), start)
    }

    /// The elements of a range, which begins and ends where chunks do.
    func elements(ofChunksIn range: Range<Int>) -> ContiguousArray<Element> {
        if range.isEmpty { return [] }
        let chunks = root.chunks(in: range)
        var elements = Self.elements(of: chunks[0])
        for chunk in chunks.dropFirst() { elements += Self.elements(of: chunk) }
        return elements
    }

    fileprivate static func elements(of chunk: ChunkNode) -> ContiguousArray<Element> {
        if chunk.count == 0 { return [] }
        // `root` is set in this type alone, and each part in it comes from `Chunk<Element>.chunks(of:)`, from a `Chunk` made in
        // the setter, or from putting such parts together, which makes no chunk but the empty one above. So a part of height
        // 0 that has elements is a `Chunk<Element>`, and one of another height is never asked: `chunk(at:)`, `chunks(in:)`
        // and the iterator come to height 0 first.
        return unsafeDowncast(chunk, to: Chunk<Element>.self).elements
    }
}

extension ChunkedArray: RandomAccessCollection, MutableCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { root.count }

    subscript(index: Int) -> Element {
        get {
            let (elements, start) = chunk(at: index)
            return elements[index - start]
        }
        set {
            var (elements, start) = chunk(at: index)
            elements[index - start] = newValue
            root = root.replacingChunk(at: index, with: Chunk(elements))
        }
    }

    /// Goes through the chunks, each of which is found once.
    struct Iterator: IteratorProtocol {
        private var chunk: ContiguousArray<Element>.Iterator
        /// What comes after the chunk, the next one last.
        private var waiting: [ChunkNode]

        init(_ root: ChunkNode) {
            chunk = ([] as ContiguousArray<Element>).makeIterator()
            waiting = [root]
        }

        mutating func next() -> Element? {
            while true {
                if let element = chunk.next() { return element }
                guard let node = waiting.popLast() else { return nil }
                if node.height == 0 { chunk = ChunkedArray.elements(of: node).makeIterator() }
                waiting.append(contentsOf: node.parts.reversed())
            }
        }
    }

    func makeIterator() -> Iterator { Iterator(root) }
}

extension ChunkedArray: RangeReplaceableCollection {
    mutating func replaceSubrange(_ range: Range<Int>, with new: some Collection<Element>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "range out of range")
        guard count > 0 else {
            self = ChunkedArray(ContiguousArray(new))
            return
        }
        // What is left of the chunks at both ends goes into new chunks with what is new.
        let (first, start) = chunk(at: Swift.min(range.lowerBound, count - 1))
        let (last, lastStart) =
            range.upperBound > start + first.count ? chunk(at: range.upperBound - 1) : (first, start)
        var end = lastStart + last.count
        var elements = ContiguousArray(first[..<(range.lowerBound - start)])
        elements += new
        elements += last[(range.upperBound - lastStart)...]
        if elements.count < ChunkNode.capacity / 2, end < count {
            let next = chunk(at: end).elements
            elements += next
            end += next.count
        }
        let chunks = Chunk.chunks(of: elements)
        root = ChunkNode.root(over: root.height == 0 ? chunks : root.replacing(start..<end, with: chunks))
    }
}

// A copy shares its parts with others, on other threads too. That is safe: each part is a class whose properties are all
// constants, set before anybody else has it, and what a chunk holds is an array of elements, which are sendable here. The
// compiler cannot see it, since parts know not the type of what the chunks among them hold.
extension ChunkedArray: @unchecked Sendable where Element: Sendable {}
