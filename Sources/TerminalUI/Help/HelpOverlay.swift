import TextLayout

/// All keys that work now, grouped, in a box over the page.
struct HelpOverlay {
    private static let gap = 3

    private let lines: [HelpLine]
    private let isSearchable: Bool
    /// What the lines were picked out by.
    private let words: String

    init(lines: [HelpLine], isSearchable: Bool = false, words: String = "") {
        self.lines = lines
        self.isSearchable = isSearchable
        self.words = words
    }

    /// The box for a terminal's size, in the middle.
    func area(in size: Size) -> Rect {
        let columns = min(size.columns - 2, max(32, columnWidth + 6))
        let rows = min(size.rows - 1, text.count + 2)
        return Rect(
            column: (size.columns - columns) / 2, row: max(0, (size.rows - 1 - rows) / 2), columns: columns, rows: rows)
    }

    /// How far down the help can be scrolled in a terminal's size.
    func lastScroll(in size: Size) -> Int { max(0, text.count - (area(in: size).size.rows - 2)) }

    /// Where the help is scrolled to after a step; nil when all of it is in sight.
    func scrolled(from scroll: Int, by step: ScrollStep, in size: Size) -> Int? {
        let page = max(1, size.rows - 5)
        let last = lastScroll(in: size)
        let wanted =
            switch step {
            case .lineUp: scroll - 1
            case .lineDown: scroll + 1
            case .pageUp: scroll - page
            case .pageDown: scroll + page
            case .top: 0
            case .bottom: last
            }
        return last == 0 ? nil : min(max(0, wanted), last)
    }

    func draw(into frame: inout Frame, scroll: Int) {
        let area = area(in: frame.size)
        let inside = ChromeLayout.inside(area)
        frame.recede(behind: area)
        frame.fill(area, ChromeStyle.surface)
        let last = lastScroll(in: frame.size)
        frame.drawBox(
            area, title: StyledText("Keys", ChromeStyle.title),
            note: last > 0 ? StyledText("↑↓ \(scroll * 100 / last)%", ChromeStyle.quiet) : StyledText(),
            footer: footer, style: ChromeStyle.address, ground: .role(.surface))
        let shown = text.dropFirst(min(scroll, last)).prefix(inside.size.rows)
        for (row, line) in shown.enumerated() {
            frame.draw(
                line.on(.role(.surface)), at: Position(column: inside.origin.column + 1, row: inside.origin.row + row),
                columns: inside.size.columns - 2)
        }
    }

    private var footer: StyledText {
        guard isSearchable else { return StyledText("any other key closes", ChromeStyle.quiet) }
        guard !words.isEmpty else { return StyledText("type to find, Esc closes", ChromeStyle.quiet) }
        var footer = StyledText("with ", ChromeStyle.quiet)
        footer.append(words, ChromeStyle.key)
        footer.append(lines.isEmpty ? ": no key" : "", ChromeStyle.quiet)
        return footer
    }

    private var keyWidth: Int { lines.map { TextWidth.width(of: $0.keys) }.max() ?? 0 }

    private var columnWidth: Int { text.map(\.width).max() ?? 0 }

    private var text: [StyledText] {
        var text: [StyledText] = []
        var group: String?
        for line in lines {
            if line.group != group {
                if group != nil { text.append(StyledText()) }
                text.append(StyledText(line.group, ChromeStyle.heading))
                group = line.group
            }
            let padding = keyWidth - TextWidth.width(of: line.keys) + Self.gap
            var entry = StyledText("  ")
            entry.append(line.keys, ChromeStyle.key)
            entry.append(String(repeating: " ", count: padding))
            entry.append(line.does)
            text.append(entry)
        }
        return text
    }
}
