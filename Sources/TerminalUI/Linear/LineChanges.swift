/// What is new on a page and what is gone, line by line; what only moved is neither.
struct LineChanges {
    private(set) var added: [PageDescription.Line] = []
    private(set) var gone: [PageDescription.Line] = []

    init(from old: [PageDescription.Line], to new: [PageDescription.Line]) {
        guard old != new else { return }
        added = Self.lines(of: new, not: old)
        gone = Self.lines(of: old, not: new)
    }

    private static func lines(
        of lines: [PageDescription.Line], not others: [PageDescription.Line]
    ) -> [PageDescription.Line] {
        var counts: [String: Int] = [:]
        for line in others { counts[line.text, default: 0] += 1 }
        return lines.filter { line in
            guard let count = counts[line.text], count > 0 else { return true }
            counts[line.text] = count - 1
            return false
        }
    }
}
