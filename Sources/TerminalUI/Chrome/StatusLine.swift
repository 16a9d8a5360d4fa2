import Simulator
import TextLayout

/// The line at the bottom: the keys that work now, as many as there is room for. The key that dismisses a banner is
/// among them in the narrowest terminal: a banner that nobody knows how to close is in the way.
struct StatusLine {
    private static let gap = 2

    /// The page's keys, in groups.
    var page: [HelpLine]
    /// The keys around the page, at the right, the last to go last.
    var essentials: [HelpLine]

    func draw(into frame: inout Frame, row: Int) {
        let width = frame.size.columns
        frame.fill(Rect(column: 0, row: row, columns: width, rows: 1), ChromeStyle.surface)
        let banner = bannerEntry(in: width - 2)
        let kept = banner.map { $0.width + Self.gap } ?? 0
        let right = Self.joined(fitting(essentials.reversed(), in: width - 2 - kept).reversed().map(Self.entry))
        frame.draw(
            right.on(.role(.surface)), at: Position(column: width - 1 - right.width, row: row), columns: right.width)
        let room = width - right.width - 2 - (right.width > 0 ? Self.gap : 0)
        let others = fitting(mostUseful.filter { $0 != bannerLine }, in: room - kept).map(Self.entry)
        let left = Self.joined((banner.map { [$0] } ?? []) + others)
        frame.draw(left.on(.role(.surface)), at: Position(column: 1, row: row), columns: max(0, room))
    }

    /// The first of the keys that dismiss banners.
    private var bannerLine: HelpLine? { page.first { $0.group == KeyHelp.Group.banners.title } }

    /// The key that dismisses a banner, in as many words as leave room for most of the essentials; the key alone where
    /// words would leave room for none.
    private func bannerEntry(in columns: Int) -> StyledText? {
        guard let line = bannerLine else { return nil }
        let words = Self.brief(line.does)
        let forms = [words, String(words.prefix { $0 != " " })].map { Self.entry(line.firstKey, $0) }
        let counts = forms.map { fitting(essentials.reversed(), in: columns - $0.width - Self.gap).count }
        guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else {
            return Self.entry(line.firstKey, "")
        }
        return forms[place]
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

    private static func entry(_ line: HelpLine) -> StyledText { entry(line.firstKey, brief(line.does)) }

    private static func entry(_ key: String, _ words: String) -> StyledText {
        var entry = StyledText(key, ChromeStyle.key)
        guard !words.isEmpty else { return entry }
        entry.append(" ")
        entry.append(words, ChromeStyle.quiet)
        return entry
    }

    /// The help's words without articles, up to the first comma.
    private static func brief(_ words: String) -> String {
        let words = words.prefix { $0 != "," }.split(separator: " ")
        return words.filter { !["a", "an", "the"].contains($0) }.joined(separator: " ")
    }

    private static func joined(_ entries: [StyledText]) -> StyledText {
        var text = StyledText()
        for (place, entry) in entries.enumerated() {
            if place > 0 { text.append(String(repeating: " ", count: gap)) }
            text.append(entry)
        }
        return text
    }
}

/// One line of help: keys, and what they do.
struct HelpLine: Hashable {
    /// Names of keys divided by blanks, the one to show where there is room for one first.
    var keys: String
    var does: String
    var group: String

    /// The one key to show where there is room for one.
    var firstKey: String { keys.split(separator: " ").first.map(String.init) ?? keys }
}

extension HelpLine {
    init(_ help: KeyHelp) {
        self.init(keys: help.keys, does: help.does, group: help.group.title)
    }
}
