/// A part of a chunked array: smaller parts of the same height, or, as a `Chunk`, some elements.
///
/// Parts never change, so arrays share them: what is the same object is the same. How they hang together has nothing to do
/// with the elements' type, so all arrays run the same code.
class ChunkNode {
    /// How many elements, or parts, one part holds at most.
    static var capacity: Int { 16 }

    /// The number of elements in all.
    final let count: Int
    /// 0 for a chunk.
    final let height: Int
    /// Empty for a chunk.
    final let parts: ContiguousArray<ChunkNode>

    /// Makes a chunk, or nothing at all.
    init(count: Int) {
        self.count = count
        height = 0
        parts = []
    }

    /// - Parameter parts: Not none.
    init(parts: ContiguousArray<ChunkNode>) {
        self.parts = parts
        height = parts[0].height + 1
        count = parts.reduce(0) { $0 + $1.count }
    }

    /// One part over all of some parts, which may be none.
    static func root(over parts: ContiguousArray<ChunkNode>) -> ChunkNode {
        var parts = parts
        while parts.count > 1 { parts = groups(of: parts) }
        guard var root = parts.first else { return ChunkNode(count: 0) }
        while root.parts.count == 1 { root = root.parts[0] }
        return root
    }

    /// The chunk in which an element is, and the index of its first element.
    ///
    /// - Parameter index: Within `0..<count`.
    final func chunk(at index: Int) -> (chunk: ChunkNode, start: Int) {
        var node = self
        var start = 0
        while node.height > 0 {
            let (place, partStart) = node.place(of: index - start)
            start += partStart
            node = node.parts[place]
        }
        return (node, start)
    }

    /// All chunks that have elements of a range, which is not empty.
    final func chunks(in range: Range<Int>) -> ContiguousArray<ChunkNode> {
        var chunks: ContiguousArray<ChunkNode> = []
        var next = range.lowerBound
        while next < range.upperBound {
            let (chunk, start) = chunk(at: next)
            chunks.append(chunk)
            next = start + chunk.count
        }
        return chunks
    }

    /// The same with another chunk of as many elements in the place of the one that has an element.
    final func replacingChunk(at index: Int, with chunk: ChunkNode) -> ChunkNode {
        guard height > 0 else { return chunk }
        let (place, start) = place(of: index)
        var parts = parts
        parts[place] = parts[place].replacingChunk(at: index - start, with: chunk)
        return ChunkNode(parts: parts)
    }

    /// Puts chunks in the place of those that have the elements of a range, or before the one that begins where it is empty.
    ///
    /// - Parameter range: Begins and ends where chunks do.
    /// - Returns: Parts of the same height; none when nothing is left.
    final func replacing(
        _ range: Range<Int>, with chunks: ContiguousArray<ChunkNode>
    ) -> ContiguousArray<ChunkNode> {
        var result: ContiguousArray<ChunkNode> = []
        result.reserveCapacity(parts.count + chunks.count)
        var start = 0
        var isPlaced = false
        for part in parts {
            let end = start + part.count
            let isFirst = !isPlaced && range.lowerBound <= end
            let replaced = range.clamped(to: start..<end)
            if part.height == 0 {
                let isBefore = isFirst && range.lowerBound == start
                if isBefore { result += chunks }
                if replaced.isEmpty { result.append(part) }
                if isFirst && !isBefore { result += chunks }
            } else if isFirst || !replaced.isEmpty {
                let lower = (isFirst ? range.lowerBound : replaced.lowerBound) - start
                for part in part.replacing(lower..<(lower + replaced.count), with: isFirst ? chunks : []) {
                    Self.append(part, to: &result)
                }
            } else {
                Self.append(part, to: &result)
            }
            isPlaced = isPlaced || isFirst
            start = end
        }
        return Self.groups(of: result)
    }

    /// Puts parts together into greater ones, all full but the last.
    private static func groups(of parts: ContiguousArray<ChunkNode>) -> ContiguousArray<ChunkNode> {
        guard parts.count > capacity else { return parts.isEmpty ? [] : [ChunkNode(parts: parts)] }
        return ContiguousArray(
            stride(from: 0, to: parts.count, by: capacity).map { start in
                ChunkNode(parts: ContiguousArray(parts[start..<min(start + capacity, parts.count)]))
            })
    }

    /// Adds a part, as one with the last where they are small: no two neighbours stay that fit into one.
    private static func append(_ part: ChunkNode, to parts: inout ContiguousArray<ChunkNode>) {
        guard let last = parts.last, last.parts.count + part.parts.count <= capacity else { return parts.append(part) }
        parts[parts.count - 1] = ChunkNode(parts: last.parts + part.parts)
    }

    /// The part in which an element is, and the index of that part's first element.
    private func place(of index: Int) -> (place: Int, start: Int) {
        var start = 0
        var place = 0
        while index >= start + parts[place].count {
            start += parts[place].count
            place += 1
        }
        return (place, start)
    }
}

/// A part of a chunked array that has elements.
final class Chunk<Element>: ChunkNode {
    let elements: ContiguousArray<Element>

    init(_ elements: ContiguousArray<Element>) {
        self.elements = elements
        super.init(count: elements.count)
    }

    /// Cuts elements into chunks, all full but the last.
    static func chunks(of elements: ContiguousArray<Element>) -> ContiguousArray<ChunkNode> {
        guard elements.count > capacity else { return elements.isEmpty ? [] : [Chunk(elements)] }
        return ContiguousArray(
            stride(from: 0, to: elements.count, by: capacity).map { start in
                Chunk(ContiguousArray(elements[start..<min(start + capacity, elements.count)]))
            })
    }
}
