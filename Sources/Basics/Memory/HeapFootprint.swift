/// About how much memory values keep from being given back, by the blocks that they stand in, so that what several values
/// share is counted once.
///
/// It is an estimate that is made in bounded time: of many elements some stand for all.
package struct HeapFootprint {
    /// Tells a block from all others as long as a value that stands in it is kept.
    package typealias Block = UInt

    package private(set) var bytes: [Block: Int] = [:]

    package init() {}

    /// - Parameter value: What is measured; what it itself consists of is no part of it.
    package init(of value: some Any) {
        var walk = Walk()
        walk.collect(value, into: &bytes)
    }

    package var total: Int { bytes.values.reduce(0, +) }

    /// Adds a block of a size that is known.
    package mutating func add(_ block: Block, _ size: Int) { bytes[block] = size }

    package mutating func add(_ other: HeapFootprint) { bytes.merge(other.bytes) { old, _ in old } }
}

/// One look at a value, which ends when it has seen enough.
private struct Walk {
    /// How many values it looks at.
    private static let patience = 96
    private static let deepest = 16
    /// What the system keeps of each block for itself, and what stands before a collection's elements.
    private static let header = 48

    private var left = patience

    /// Notes the blocks of a value, of its properties and of theirs.
    mutating func collect(_ value: some Any, into blocks: inout [HeapFootprint.Block: Int], depth: Int = 0) {
        left -= 1
        guard left > 0, depth < Self.deepest, !Self.isScalar(value) else { return }
        if let (block, size) = ownBlock(of: value, depth: depth) {
            blocks[block] = size
        } else {
            for child in Mirror(reflecting: value).children.prefix(left) {
                collect(child.value, into: &blocks, depth: depth + 1)
            }
        }
    }

    /// The memory of all blocks of a value, in bytes.
    private mutating func size(of value: some Any, depth: Int) -> Int {
        left -= 1
        guard left > 0, depth < Self.deepest, !Self.isScalar(value) else { return 0 }
        if let own = ownBlock(of: value, depth: depth) { return own.size }
        var sum = 0
        for child in Mirror(reflecting: value).children.prefix(left) { sum += size(of: child.value, depth: depth + 1) }
        return sum
    }

    /// The block of a text, a collection or an object, with all that it alone leads to; nil for other values.
    private mutating func ownBlock(of value: some Any, depth: Int) -> (block: HeapFootprint.Block, size: Int)? {
        if let text = value as? String {
            let length = text.utf8.count
            // Short texts stand in their value.
            return length <= 15 ? (0, 0) : (Self.identity(of: text), Self.header + length)
        }
        if let list = value as? any RandomAccessCollection { return block(of: list, value, room: 1, depth: depth) }
        // Tables have more room than elements.
        if let table = value as? any Collection { return block(of: table, value, room: 2, depth: depth) }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        // Tables that are no collections by themselves, such as ordered ones.
        case .collection, .dictionary, .set: return block(of: mirror.children, value, room: 1, depth: depth)
        case .class:
            var sum = Self.header
            for child in mirror.children.prefix(left) { sum += size(of: child.value, depth: depth + 1) }
            return (Self.identity(of: value), sum)
        default: return nil
        }
    }

    private mutating func block<Elements: Collection>(
        of elements: Elements, _ value: some Any, room: Int, depth: Int
    ) -> (block: HeapFootprint.Block, size: Int) {
        let count = elements.count
        guard count > 0 else { return (0, 0) }
        var sizes: [Int] = []
        for element in elements.prefix(3) { sizes.append(size(of: element, depth: depth + 1)) }
        let heap = sizes.reduce(0, +) / max(1, sizes.count)
        return (Self.identity(of: value), Self.header + count * (MemoryLayout<Elements.Element>.stride * room + heap))
    }

    private static func isScalar(_ value: some Any) -> Bool {
        value is Int || value is Bool || value is any BinaryFloatingPoint || value is any FixedWidthInteger
            || value is any RangeExpression
    }

    /// What a value consists of, without what it leads to: of a text, a collection or an object, which block is its own.
    private static func identity(of value: some Any) -> HeapFootprint.Block {
        var hasher = Hasher()
        withUnsafeBytes(of: value) { hasher.combine(bytes: $0) }
        return HeapFootprint.Block(bitPattern: hasher.finalize())
    }
}
