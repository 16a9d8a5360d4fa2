import Simulator
import TextLayout

/// Finds actions, pages and scenarios by a few letters of their names, and does or opens them.
final class CommandPalette: Overlay {
    struct Item {
        /// What is looked in.
        let title: String
        /// What kind of thing it is.
        let kind: String
        /// Its key, or what else is to be known.
        let note: String
        let run: () -> OverlayOutcome
    }

    private let items: [Item]
    private var line = PromptLine()
    private var found: [(item: Item, places: [Int])] = []
    private var chosen = 0
    /// The first of the found that is shown.
    private var first = 0
    private var rows = 1
    /// The rows of the terminal in which the found stand.
    private var listed = 0..<0

    init(_ items: [Item]) {
        self.items = items
        find()
    }

    var keyHelp: [HelpLine] {
        [
            HelpLine(keys: "enter", does: "do it", group: "Palette"),
            HelpLine(keys: "up down", does: "choose", group: "Palette"),
            HelpLine(keys: "escape", does: "close", group: "Palette"),
        ]
    }

    func press(_ key: Key) -> OverlayOutcome {
        switch key {
        case Key(.escape): return .closed
        case Key(.enter): return found.indices.contains(chosen) ? found[chosen].item.run() : .closed
        case Key(.down), Key(.character("n"), .control), Key(.tab): choose(chosen + 1, goesRound: true)
        case Key(.up), Key(.character("p"), .control), Key(.tab, .shift): choose(chosen - 1, goesRound: true)
        case Key(.pageDown): choose(chosen + max(1, rows - 1))
        case Key(.pageUp): choose(chosen - max(1, rows - 1))
        case Key(.backspace) where line.text.isEmpty: return .closed
        default:
            let words = line.text
            line.press(key)
            if line.text != words { find() }
        }
        return .open
    }

    func paste(_ text: String) {
        line.paste(text)
        find()
    }

    func handle(_ mouse: MouseEvent, layout: ChromeLayout) -> OverlayOutcome {
        switch mouse.action {
        case .wheelUp: choose(chosen - 1)
        case .wheelDown: choose(chosen + 1)
        case .press(.left):
            let place = first + mouse.position.row - listed.lowerBound
            guard listed.contains(mouse.position.row), found.indices.contains(place) else { return .closed }
            return found[place].item.run()
        case .press, .release, .drag: break
        }
        return .open
    }

    private func choose(_ place: Int, goesRound: Bool = false) {
        guard !found.isEmpty else { return }
        chosen = goesRound ? (place + found.count) % found.count : min(max(0, place), found.count - 1)
    }

    private func find() {
        let typed = line.text
        chosen = 0
        first = 0
        let matches = items.compactMap { item in
            FuzzyMatch(typed, in: item.title).map { (item: item, match: $0) }
        }
        // The order of the items stands where all are as good.
        let sorted = matches.enumerated().sorted { one, other in
            (other.element.match.score, one.offset) < (one.element.match.score, other.offset)
        }
        found = sorted.map { ($0.element.item, $0.element.match.places) }
    }

    // MARK: - Picture

    func draw(into frame: inout Frame, layout: ChromeLayout) {
        let columns = min(frame.size.columns, 76)
        let most = max(1, min(frame.size.rows - 5, 14))
        rows = min(most, max(1, found.count))
        let area = Rect(
            column: (frame.size.columns - columns) / 2, row: 0, columns: columns,
            rows: min(rows + 3, frame.size.rows - 1))
        frame.fill(area)
        let count = found.count == items.count ? "\(items.count)" : "\(found.count) of \(items.count)"
        frame.drawBox(
            area, title: StyledText("Palette", ChromeStyle.title), note: StyledText(count, ChromeStyle.quiet),
            style: ChromeStyle.address)
        let inside = ChromeLayout.inside(area)
        drawPrompt(into: &frame, inside)
        first = min(max(first, chosen - rows + 1), chosen)
        listed = inside.origin.row + 1..<inside.origin.row + 1 + min(rows, found.count - first)
        for (row, place) in zip(listed, first...) { draw(place, into: &frame, inside, row: row) }
        if found.isEmpty {
            let nothing = StyledText("nothing is called so", ChromeStyle.quiet)
            frame.draw(
                nothing, at: Position(column: inside.origin.column + 1, row: inside.origin.row + 1),
                columns: inside.size.columns - 2)
        }
    }

    private func drawPrompt(into frame: inout Frame, _ inside: Rect) {
        let start = inside.origin.column + 1
        var prompt = StyledText(": ", ChromeStyle.key)
        prompt.append(line.text)
        frame.draw(prompt, at: Position(column: start, row: inside.origin.row), columns: inside.size.columns - 2)
        let before = String(line.editor.characters[..<line.editor.caret])
        let column = start + 2 + TextWidth.width(of: VisibleText.make(before))
        frame.cursor = Position(column: min(column, inside.columns.upperBound - 1), row: inside.origin.row)
    }

    private func draw(_ place: Int, into frame: inout Frame, _ inside: Rect, row: Int) {
        let (item, places) = found[place]
        let ground: CellStyle.Attributes = place == chosen ? .reverse : []
        func style(_ style: CellStyle) -> CellStyle {
            var style = style
            style.attributes.formUnion(ground)
            return style
        }
        let area = Rect(column: inside.origin.column, row: row, columns: inside.size.columns, rows: 1)
        frame.fill(area, style(.plain))
        let note = StyledText(item.note.isEmpty ? item.kind : "\(item.kind)  \(item.note)", style(ChromeStyle.quiet))
        let room = inside.size.columns - 2
        let noteWidth = min(note.width, room / 2)
        var title = StyledText()
        for (number, character) in item.title.enumerated() {
            title.append(String(character), style(places.contains(number) ? ChromeStyle.key : .plain))
        }
        frame.draw(
            title.cut(to: room - noteWidth - 2), at: Position(column: area.origin.column + 1, row: row),
            columns: room - noteWidth - 2)
        frame.draw(
            note.cut(to: noteWidth), at: Position(column: area.columns.upperBound - 1 - noteWidth, row: row),
            columns: noteWidth)
    }
}
