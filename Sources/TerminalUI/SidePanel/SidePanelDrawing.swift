import TextLayout

/// Draws a side panel: its newest lines, and under them its note and its keys.
struct SidePanelDrawing {
    let panel: any SidePanel

    func draw(into frame: inout Frame, area: Rect) {
        let inside = ChromeLayout.inside(area)
        let columns = max(1, inside.size.columns - 2)
        frame.fill(area)
        frame.drawBox(area, title: StyledText(panel.title, ChromeStyle.title))
        var foot = keys.wrapped(to: columns)
        if let note = panel.note { foot = StyledText(note, ChromeStyle.number).wrapped(to: columns) + foot }
        let footRows = min(foot.count, max(0, inside.size.rows - 1))
        draw(foot.suffix(footRows), into: &frame, inside, from: inside.size.rows - footRows)
        let lines = panel.lines.flatMap { line in
            let marked = StyledText(line.text, line.isMarked ? ChromeStyle.key : .plain)
            return marked.wrapped(to: columns)
        }
        draw(lines.suffix(inside.size.rows - footRows), into: &frame, inside, from: 0)
    }

    private var keys: StyledText {
        var text = StyledText()
        for (place, key) in panel.keys.enumerated() {
            if place > 0 { text.append("  ") }
            text.append(key.keys.first?.name ?? "", ChromeStyle.key)
            // The words of a key stay with it where the line is broken.
            text.append("\u{A0}\(key.short.replacing(" ", with: "\u{A0}"))", ChromeStyle.quiet)
        }
        return text
    }

    private func draw(_ lines: some Sequence<StyledText>, into frame: inout Frame, _ inside: Rect, from row: Int) {
        for (place, line) in lines.enumerated() {
            frame.draw(
                line, at: Position(column: inside.origin.column + 1, row: inside.origin.row + row + place),
                columns: inside.size.columns - 2)
        }
    }
}
