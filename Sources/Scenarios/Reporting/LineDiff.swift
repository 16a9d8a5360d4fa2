/// Shows what changed between two texts, line by line.
enum LineDiff {
    /// How many unchanged lines are shown around a change.
    private static let context = 1

    /// What has more lines than this in all is compared only up to the first that differs.
    private static let limit = 4000

    /// Lines that went (`- `), came (`+ `) and stayed (`  `) near a change.
    static func text(from old: String, to new: String) -> [String] {
        let old = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let new = new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard old.count + new.count <= limit else { return firstDifference(old, new) }
        let changes = new.difference(from: old)
        let removed = Set(changes.removals.map(\.offset))
        let inserted = Set(changes.insertions.map(\.offset))
        var lines: [(text: String, isChange: Bool)] = []
        var oldIndex = 0
        var newIndex = 0
        while oldIndex < old.count || newIndex < new.count {
            if oldIndex < old.count, removed.contains(oldIndex) {
                lines.append(("- \(old[oldIndex])", true))
                oldIndex += 1
            } else if newIndex < new.count, inserted.contains(newIndex) {
                lines.append(("+ \(new[newIndex])", true))
                newIndex += 1
            } else {
                lines.append(("  \(new[newIndex])", false))
                oldIndex += 1
                newIndex += 1
            }
        }
        return lines.indices.filter { index in
            let near = max(0, index - context)...min(lines.count - 1, index + context)
            return lines[near].contains(where: \.isChange)
        }.map { lines[$0].text }
    }

    private static func firstDifference(_ old: [String], _ new: [String]) -> [String] {
        let index = zip(old, new).prefix { $0 == $1 }.count
        let lines = [old.dropFirst(index).first.map { "- \($0)" }, new.dropFirst(index).first.map { "+ \($0)" }]
        return ["the first difference, in line \(index + 1):"] + lines.compactMap(\.self)
            + ["(\(old.count) lines were kept, \(new.count) there are now)"]
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
