/// Finds what a mistyped name was probably meant to be.
enum NearestName {
    /// The name with the fewest edits from `found`, when that is at most two and fewer than its length.
    static func of(_ found: String, among names: [String]) -> String? {
        let found = Array(found.utf8.prefix(40))
        var best: (name: String, distance: Int)?
        for name in names {
            let distance = distance(found, Array(name.utf8))
            guard distance <= 2, distance < min(found.count, name.utf8.count) else { continue }
            if distance < best?.distance ?? .max { best = (name, distance) }
        }
        return best?.name
    }

    /// How many insertions, deletions and replacements lead from one to the other.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (line, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in right.indices {
                let replaced = diagonal + (byte == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[right.count]
    }
}
