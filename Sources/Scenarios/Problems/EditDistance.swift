/// How many letters must be changed, added, dropped or swapped with their neighbour to make one text another.
package enum EditDistance {
    package static func between(_ left: String, _ right: String) -> Int {
        let left = Array(left)
        let right = Array(right)
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for column in right.indices {
                var cost = min(last[column + 1], current[column]) + 1
                cost = min(cost, last[column] + (left[row] == right[column] ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }

    /// Those of some words that a person may have meant: at most two letters off, and not most of the word.
    static func nearest(to word: String, among known: [String]) -> [String] {
        let distances = known.map { ($0, between(word.lowercased(), $0.lowercased())) }
        guard let least = distances.map(\.1).min(), least <= min(2, max(1, word.count / 2)) else { return [] }
        return distances.filter { $0.1 == least }.map(\.0)
    }
}
