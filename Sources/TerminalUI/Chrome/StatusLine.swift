import Simulator
import TextLayout

/// The line at the bottom: the keys that work now, as many as there is room for. The key that dismisses a banner is
/// among them in the narrowest terminal: a banner that nobody knows how to close is in the way.
struct StatusLine: Equatable {
    private static let gap = 2

    /// The page's keys, in groups.
    var page: [HelpLine]
    /// The keys around the page, at the right, the last to go last.
    var essentials: [HelpLine]
    /// What has just happened; it stands for a moment where the page's keys do.
    var news: StyledText?

    /// The line in so many columns, as a frame of one row.
    func picture(columns: Int) -> Frame {
        var frame = Frame(size: Size(columns: columns, rows: 1))
        draw(into: &frame, row: 0)
        return frame
    }

    func draw(into frame: inout Frame, row: Int) {
        let width = frame.size.columns
        frame.fill(Rect(column: 0, row: row, columns: width, rows: 1), ChromeStyle.surface)
        // The last to go is the first to be chosen.
        let around = essentials.reversed().map(Entry.init)
        let banner = bannerEntry(beside: around, in: width - 2)
        let kept = banner.map { $0.width + Self.gap } ?? 0
        let newsRoom = news.map { min($0.width, (width - 2 - kept) * 2 / 3) + Self.gap } ?? 0
        let right = Self.joined(Self.fitting(around, in: width - 2 - kept - newsRoom).reversed())
        frame.draw(
            right.on(.role(.surface)), at: Position(column: width - 1 - right.width, row: row), columns: right.width)
        let room = width - right.width - 2 - (right.width > 0 ? Self.gap : 0)
        let others = mostUseful.lazy.filter { $0 != bannerLine }.map(Entry.init)
        let rest = news.map { [Entry(text: $0.cut(to: room - kept))] } ?? Self.fitting(others, in: room - kept)
        let left = Self.joined((banner.map { [$0] } ?? []) + rest)
        frame.draw(left.on(.role(.surface)), at: Position(column: 1, row: row), columns: max(0, room))
    }

    /// The first of the keys that dismiss banners.
    private var bannerLine: HelpLine? { page.first { $0.group == KeyHelp.Group.banners.title } }

    /// The key that dismisses a banner, in as many words as leave room for most of the essentials; the key alone where
    /// words would leave room for none.
    private func bannerEntry(beside essentials: [Entry], in columns: Int) -> Entry? {
        guard let line = bannerLine else { return nil }
        let words = Entry.brief(line.does)
        let forms = [words, String(words.prefix { $0 != " " })].map { Entry(line.firstKey, $0) }
        let counts = forms.map { Self.fitting(essentials, in: columns - $0.width - Self.gap).count }
        guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else {
            return Entry(line.firstKey, "")
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

    private static func fitting(_ entries: some Sequence<Entry>, in columns: Int) -> [Entry] {
        var left = columns
        var chosen: [Entry] = []
        for entry in entries {
            // Where no key has room any more, the words of the rest need not be looked at.
            guard left > gap else { break }
            let needed = entry.width + (chosen.isEmpty ? 0 : gap)
            guard needed <= left else { continue }
            left -= needed
            chosen.append(entry)
        }
        return chosen
    }

    private static func joined(_ entries: some Sequence<Entry>) -> StyledText {
        var text = StyledText()
        for (place, entry) in entries.enumerated() {
            if place > 0 { text.append(String(repeating: " ", count: gap)) }
            text.append(entry.text)
        }
        return text
    }
}

/// A key and what it does, as briefly as can be.
private struct Entry {
    let text: StyledText
    let width: Int

    init(text: StyledText) {
        self.text = text
        width = text.width
    }

    init(_ line: HelpLine) { self.init(line.firstKey, Self.brief(line.does)) }

    init(_ key: String, _ words: String) {
        var text = StyledText(key, ChromeStyle.key)
        if !words.isEmpty { text.append(" \(words)", ChromeStyle.quiet) }
        self.text = text
        width = text.width
    }

    /// The help's words without articles, up to the first comma.
    static func brief(_ words: String) -> String {
        let words = words.utf8.prefix { $0 != UInt8(ascii: ",") }.split(separator: UInt8(ascii: " ")).map(
            Substring.init)
        return words.filter { !["a", "an", "the"].contains($0) }.joined(separator: " ")
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
