import Simulator
import TextLayout

/// The line at the bottom: the keys that work now, as many as there is room for.
struct StatusLine {
    private static let gap = 2

    /// The page's keys, in groups.
    var page: [HelpLine]
    /// The keys around the page, which are always shown, at the right.
    var essentials: [HelpLine]

    func draw(into frame: inout Frame, row: Int) {
        let width = frame.size.columns
        frame.fill(Rect(column: 0, row: row, columns: width, rows: 1))
        let right = Self.joined(fitting(essentials.reversed(), in: width - 2).reversed())
        frame.draw(right, at: Position(column: width - 1 - right.width, row: row), columns: right.width)
        let room = width - right.width - 2 - Self.gap
        let left = Self.joined(fitting(mostUseful, in: room))
        frame.draw(left, at: Position(column: 1, row: row), columns: max(0, room))
    }

    /// The first line of each group, then the second of each, and so on: a bit of everything that can be done.
    /// Moving about in text is no news to anybody.
    private var mostUseful: [HelpLine] {
        var order: [String] = []
        var groups: [String: [HelpLine]] = [:]
        for line in page where line.group != KeyHelp.Group.editing.title {
            if groups[line.group] == nil { order.append(line.group) }
            groups[line.group, default: []].append(line)
        }
        let longest = groups.values.map(\.count).max() ?? 0
        return (0..<longest).flatMap { place in
            order.compactMap { group in
                groups[group].flatMap { $0.indices.contains(place) ? $0[place] : nil }
            }
        }
    }

    private func fitting(_ lines: [HelpLine], in columns: Int) -> [HelpLine] {
        var left = columns
        var chosen: [HelpLine] = []
        for line in lines {
            let needed = Self.entry(line).width + (chosen.isEmpty ? 0 : Self.gap)
            guard needed <= left else { continue }
            left -= needed
            chosen.append(line)
        }
        return chosen
    }

    private static func entry(_ line: HelpLine) -> StyledText {
        var entry = StyledText(line.firstKey, ChromeStyle.key)
        entry.append(" ")
        entry.append(brief(line.does), ChromeStyle.quiet)
        return entry
    }

    /// The help's words without articles, up to the first comma.
    private static func brief(_ words: String) -> String {
        let words = words.prefix { $0 != "," }.split(separator: " ")
        return words.filter { !["a", "an", "the"].contains($0) }.joined(separator: " ")
    }

    private static func joined(_ lines: [HelpLine]) -> StyledText {
        var text = StyledText()
        for (place, line) in lines.enumerated() {
            if place > 0 { text.append(String(repeating: " ", count: gap)) }
            text.append(entry(line))
        }
        return text
    }
}
