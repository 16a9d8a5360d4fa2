/// Elements that may not be what they were; the elements around them are.
struct ChunkedChange: Equatable {
    /// The elements before, which may be none.
    var old: Range<Int>
    /// Those in their place.
    var new: Range<Int>
}

extension ChunkNode {
    /// What may have changed, in whole chunks and in order, in steps in proportion to that.
    final func changes(since old: ChunkNode) -> [ChunkedChange] {
        var comparison = ChunkComparison()
        if self !== old { comparison.compare([old], at: 0, [self], at: 0) }
        return comparison.changes
    }
}

/// Finds the chunks that two arrays do not share.
private struct ChunkComparison {
    typealias Parts = ContiguousArray<ChunkNode>.SubSequence

    private(set) var changes: [ChunkedChange] = []

    /// Compares parts, all of the same height, with those in their place.
    mutating func compare(_ old: Parts, at oldStart: Int, _ new: Parts, at newStart: Int) {
        var (old, new, oldStart, newStart) = (old, new, oldStart, newStart)
        while let left = old.first, let right = new.first, left === right {
            old.removeFirst()
            new.removeFirst()
            oldStart += left.count
            newStart += right.count
        }
        while let left = old.last, let right = new.last, left === right {
            old.removeLast()
            new.removeLast()
        }
        guard let oldHeight = old.first?.height, let newHeight = new.first?.height, oldHeight + newHeight > 0 else {
            return note(old, at: oldStart, new, at: newStart)
        }
        guard old.count == new.count, oldHeight == newHeight else {
            let opensOld = oldHeight >= newHeight
            let opensNew = newHeight >= oldHeight
            return compare(
                opensOld ? Self.opened(old) : old, at: oldStart, opensNew ? Self.opened(new) : new, at: newStart)
        }
        for (left, right) in zip(old, new) {
            if left !== right { compare(left.parts[...], at: oldStart, right.parts[...], at: newStart) }
            oldStart += left.count
            newStart += right.count
        }
    }

    /// Notes chunks that are not the same; where as many stand for as many, each stands for the one at its place.
    private mutating func note(_ old: Parts, at oldStart: Int, _ new: Parts, at newStart: Int) {
        guard old.count == new.count else {
            return note(Self.count(old), at: oldStart, Self.count(new), at: newStart)
        }
        var (oldStart, newStart) = (oldStart, newStart)
        for (left, right) in zip(old, new) {
            if left !== right { note(left.count, at: oldStart, right.count, at: newStart) }
            oldStart += left.count
            newStart += right.count
        }
    }

    private mutating func note(_ oldCount: Int, at oldStart: Int, _ newCount: Int, at newStart: Int) {
        let old = oldStart..<(oldStart + oldCount)
        let new = newStart..<(newStart + newCount)
        guard let last = changes.last, last.old.upperBound == oldStart, last.new.upperBound == newStart else {
            return changes.append(ChunkedChange(old: old, new: new))
        }
        changes[changes.count - 1] = ChunkedChange(
            old: last.old.lowerBound..<old.upperBound, new: last.new.lowerBound..<new.upperBound)
    }

    private static func opened(_ parts: Parts) -> Parts { ContiguousArray(parts.flatMap(\.parts))[...] }

    private static func count(_ parts: Parts) -> Int { parts.reduce(0) { $0 + $1.count } }
}
