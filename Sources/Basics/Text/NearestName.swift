/// Finds what a mistyped name was probably meant to be; every "did you mean" of the house comes from here.
package enum NearestName {
    /// The known name that is nearest, the first of several; nil when none is near enough to be meant.
    package static func of(_ name: String, among known: some Sequence<String>) -> String? {
        all(of: name, among: known).first
    }

    /// The known names that are nearest: at most two letters off, and not most of the name.
    package static func all(of name: String, among known: some Sequence<String>) -> [String] {
        let limit = min(2, max(1, name.count / 2))
        let distances = known.map { (name: $0, distance: distance(from: name.lowercased(), to: $0.lowercased())) }
        guard let least = distances.map(\.distance).min(), least <= limit else { return [] }
        return distances.filter { $0.distance == least }.map(\.name)
    }

    /// How many letters must be changed, added, dropped or swapped with their neighbour to make one text another.
    ///
    /// Texts from outside are compared by their beginnings, so that a long one costs no more than a name.
    package static func distance(from left: String, to right: String) -> Int {
        let left = Array(left.prefix(64))
        let right = Array(right.prefix(64))
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
}
