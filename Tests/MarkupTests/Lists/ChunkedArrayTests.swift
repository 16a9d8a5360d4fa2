import TestSupport
import Testing

@testable import Markup

/// A chunked array is an array, whatever is done to it, and knows what differs from a copy.
@Suite struct ChunkedArrayTests {
    /// Does something at random to both, now and then to many elements.
    static func change(
        _ array: inout [Int], _ chunked: inout ChunkedArray<Int>, using random: inout SeededGenerator
    ) {
        let lower = Int.random(in: 0...array.count, using: &random)
        switch Int.random(in: 0...9, using: &random) {
        case 0...3:
            guard lower < array.count else { return }
            array[lower] += 1000
            chunked[lower] += 1000
        case 4...5:
            let new = (0..<Int.random(in: 0...80, using: &random)).map { $0 }
            array.insert(contentsOf: new, at: lower)
            chunked.insert(contentsOf: new, at: lower)
        case 6:
            array.append(lower)
            chunked.append(lower)
        case 7:
            guard !array.isEmpty else { return }
            array.removeLast()
            chunked.removeLast()
        default:
            let upper = Int.random(in: lower...min(array.count, lower + 60), using: &random)
            let new = (0..<Int.random(in: 0...3, using: &random)).map { $0 }
            array.replaceSubrange(lower..<upper, with: new)
            chunked.replaceSubrange(lower..<upper, with: new)
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `after any changes it holds what an array holds`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var array = Array(0..<Int.random(in: 0...2000, using: &random))
        var chunked = ChunkedArray(ContiguousArray(array))
        for _ in 0..<60 {
            Self.change(&array, &chunked, using: &random)
            #expect(Array(chunked) == array)
            #expect(chunked.count == array.count)
            if let index = array.indices.randomElement(using: &random) { #expect(chunked[index] == array[index]) }
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `a copy keeps what it had, and doing the changes to it gives the new array`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var array = Array(0..<Int.random(in: 0...2000, using: &random))
        var chunked = ChunkedArray(ContiguousArray(array))
        for _ in 0..<30 {
            let (oldArray, old) = (array, chunked)
            for _ in 0..<Int.random(in: 1...3, using: &random) { Self.change(&array, &chunked, using: &random) }
            #expect(Array(old) == oldArray)
            var rebuilt = oldArray
            for change in chunked.root.changes(since: old.root).reversed() {
                rebuilt.replaceSubrange(change.old, with: array[change.new])
            }
            #expect(rebuilt == array)
        }
    }

    @Test(arguments: [1, 100, 10_000, 100_000]) func `one changed element is found in one chunk`(_ count: Int) {
        let old = ChunkedArray(ContiguousArray(0..<count))
        var new = old
        new[count / 2] = -1
        let changes = new.root.changes(since: old.root)
        #expect(changes.count == 1)
        #expect(changes.allSatisfy { $0.old == $0.new && $0.new.contains(count / 2) && $0.new.count <= 16 })
        #expect(old.root.changes(since: old.root).isEmpty)
    }
}
