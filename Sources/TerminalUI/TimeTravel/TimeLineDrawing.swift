import LiveProtocol
import TextLayout

/// Draws the time line: the page as it was at a moment, and under it what is told of the moment.
struct TimeLineDrawing {
    private static let leastPanelRows = 6
    private static let leastPictureRows = 4
    /// Values are cut to so many characters.
    private static let longestValue = 60

    private let line: TimeLine
    private let picture: Rect?
    private let panel: Rect

    init(_ line: TimeLine, in layout: ChromeLayout) {
        self.line = line
        let area = layout.page ?? layout.inspector ?? Rect(column: 0, row: 0, columns: 0, rows: 0)
        let share = line.content == .state ? area.size.rows / 2 : area.size.rows * 2 / 5
        let rows = min(area.size.rows, max(Self.leastPanelRows, share))
        let left = area.size.rows - rows
        let hasPicture = left >= Self.leastPictureRows
        picture =
            hasPicture
            ? Rect(column: area.origin.column, row: area.origin.row, columns: area.size.columns, rows: left) : nil
        panel =
            hasPicture
            ? Rect(
                column: area.origin.column, row: area.origin.row + left, columns: area.size.columns, rows: rows) : area
    }

    func draw(into frame: inout Frame) {
        frame.cursor = nil
        if let picture { drawPicture(into: &frame, picture) }
        drawPanel(into: &frame)
    }

    // MARK: - The page as it was

    private func drawPicture(into frame: inout Frame, _ area: Rect) {
        let moment = line.moment
        var page = moment.picture
        let changed = line.before.map { PictureChanges(from: $0, to: moment).areas } ?? []
        if line.marksChanges {
            for area in changed {
                PageHighlight(area: area, kind: .changed).draw(on: &page, scrollRow: moment.scrollRow)
            }
        }
        var layout = ChromeLayout(size: ChromeLayout.smallest, showsInspector: false)
        layout.page = area
        guard let content = layout.pageContent else { return }
        let wanted =
            line.pictureRow ?? Self.firstRow(toShow: changed.map { $0.origin.row - moment.scrollRow }, in: content)
        let first = min(wanted, max(0, page.size.rows - content.size.rows))
        line.pictureRow = first
        frame.fill(area)
        PagePanel(
            title: moment.title, path: moment.address, status: moment.status,
            scrollRow: moment.scrollRow + first, pageHeight: moment.pageHeight
        ).draw(into: &frame, area: area, note: StyledText("as it was", ChromeStyle.notice))
        let columns = min(content.size.columns, page.size.columns)
        for row in 0..<min(content.size.rows, page.size.rows - first) {
            for column in 0..<columns {
                var cell = page[column, row + first]
                // Of a wide character at the edge only half would come.
                if column == columns - 1, TextWidth.width(of: cell.text) > 1 { cell.text = " " }
                frame[content.origin.column + column, content.origin.row + row] = cell
            }
        }
    }

    /// The row of a picture to begin with, so that as much of some rows is in view as there is room for.
    private static func firstRow(toShow rows: [Int], in area: Rect) -> Int {
        guard let first = rows.min(), let last = rows.max(), last >= area.size.rows else { return 0 }
        return max(0, min(first - 1, last - area.size.rows + 1))
    }

    // MARK: - What is told of it

    private func drawPanel(into frame: inout Frame) {
        let inside = ChromeLayout.inside(panel)
        let columns = max(1, inside.size.columns - 2)
        var text = TextPanel(title: "Time line", hint: "")
        text.update(area: panel) { columns in
            let lines = line.lines { content }.flatMap { $0.wrapped(to: columns) }
            return [strip(columns: columns)] + lines
        }
        line.textRow = min(line.textRow, max(0, text.lines.count - inside.size.rows))
        text.scroll(by: line.textRow)
        text.draw(into: &frame, area: panel)
        let hint = StyledText(" ←→ step  enter go on  c changes  tab state  esc present ", ChromeStyle.quiet)
        frame.draw(
            hint, at: Position(column: panel.origin.column + 2, row: panel.rows.upperBound - 1),
            columns: max(0, panel.size.columns - 4))
        if line.textRow > 0 {
            // The strip stays in view.
            let place = Position(column: inside.origin.column + 1, row: inside.origin.row)
            frame.fill(Rect(column: inside.origin.column, row: place.row, columns: inside.size.columns, rows: 1))
            frame.draw(strip(columns: columns), at: place, columns: columns)
        }
        if let note = line.note { MessageBar(text: note, kind: .problem).draw(into: &frame) }
    }

    /// Which moments have a place on the strip, and where the strip begins.
    private func shownNumbers(columns: Int) -> ClosedRange<Int>? {
        guard let first = line.history.moments.first?.number, let last = line.history.moments.last?.number else {
            return nil
        }
        let room = max(1, columns - counter.width - 2)
        let wanted = min(max(first, line.moment.number - room / 2), max(first, last - room + 1))
        return wanted...min(last, wanted + room - 1)
    }

    /// The moments as marks in a row: the one that is shown, those at which something failed, and those of the person.
    private func strip(columns: Int) -> StyledText {
        var strip = StyledText()
        for number in shownNumbers(columns: columns).map(Array.init) ?? [] {
            guard let moment = line.history.moment(number) else { continue }
            if moment === line.moment {
                strip.append("◆", ChromeStyle.key)
            } else if moment.cause.failure != nil {
                strip.append("✗", ChromeStyle.failure)
            } else {
                strip.append(moment.cause.inputs.isEmpty ? "·" : "•", ChromeStyle.quiet)
            }
        }
        strip.append("  ")
        strip.append(counter)
        return strip
    }

    private var counter: StyledText {
        let last = line.history.moments.last?.number ?? line.moment.number
        var counter = StyledText("\(line.moment.number) of \(last)", ChromeStyle.title)
        if line.changesSince > 0 { counter.append("  +\(line.changesSince) since", ChromeStyle.number) }
        return counter
    }

    /// The moment whose mark is at a position of the terminal; nil beside the marks.
    func moment(at position: Position) -> Int? {
        let inside = ChromeLayout.inside(panel)
        guard position.row == inside.origin.row,
            let numbers = shownNumbers(columns: max(1, inside.size.columns - 2))
        else { return nil }
        let number = numbers.lowerBound + position.column - inside.origin.column - 1
        return numbers.contains(number) ? number : nil
    }

    private var content: [StyledText] {
        let cause = line.moment.cause
        var first = StyledText(cause.description, ChromeStyle.title)
        var facts = "  at \(Self.words(forTime: line.moment.time))"
        if cause.diffBytes > 0 { facts += "  diff \(cause.diffBytes) B" }
        if cause.duration > .zero { facts += "  \(DurationWords.short(cause.duration))" }
        first.append(facts, ChromeStyle.quiet)
        var lines = [first]
        if let failure = cause.failure { lines.append(StyledText("✗ \(failure)", ChromeStyle.failure)) }
        return lines + (line.content == .state ? state : changes)
    }

    private var changes: [StyledText] {
        guard let kept = line.moment.kept else { return [unseen] }
        guard let before = line.before?.kept else { return [StyledText("the first that is kept", ChromeStyle.quiet)] }
        let changes = StateChanges(from: before, to: kept)
        var lines = changes.entries.map(Self.line)
        if lines.isEmpty {
            lines.append(StyledText("context and flash as at the moment before", ChromeStyle.quiet))
        }
        if !changes.isWhole {
            let count = Inspection.mostValues
            lines.append(StyledText("of each context the first \(count) values were compared", ChromeStyle.quiet))
        }
        return lines
    }

    private var state: [StyledText] {
        guard let kept = line.moment.kept else { return [unseen] }
        return kept.views.flatMap(\.all).flatMap { part -> [StyledText] in
            guard let inspection = kept.inspect(part.id) else { return [] }
            var lines = [InspectorContent.heading(StateChanges.name(of: part), note: "context")]
            lines += JSONLines(inspection.context, indent: 1).lines
            if !inspection.flash.isEmpty {
                lines.append(InspectorContent.heading("Flash"))
                lines += JSONLines(.object(inspection.flash), indent: 1).lines
            }
            return lines
        }
    }

    private var unseen: StyledText {
        StyledText(
            line.isRemote
                ? "state is the server's: of a page over the network, pictures are kept"
                : "the page had no view whose inside can be seen", ChromeStyle.quiet)
    }

    private static func line(_ entry: StateChanges.Entry) -> StyledText {
        switch entry {
        case .came(let name):
            var line = StyledText("+ ", ChromeStyle.success)
            line.append(name, ChromeStyle.name)
            return line
        case .left(let name):
            var line = StyledText("− ", ChromeStyle.failure)
            line.append(name, ChromeStyle.name)
            return line
        case .changed(let change):
            var line = StyledText(change.path.isEmpty ? "context" : change.path, ChromeStyle.name)
            line.append(": ")
            switch (change.old, change.new) {
            case (nil, let new?): line.append("+ \(brief(new))", ChromeStyle.success)
            case (let old?, nil): line.append("− \(brief(old))", ChromeStyle.failure)
            case (let old?, let new?):
                line.append(brief(old), ChromeStyle.quiet)
                line.append(" → ")
                line.append(brief(new), ChromeStyle.string)
            case (nil, nil): break
            }
            return line
        }
    }

    private static func brief(_ value: JSONValue) -> String {
        let json = value.json
        return json.count > longestValue ? String(json.prefix(longestValue)) + "…" : json
    }

    /// A time since the clock started, in seconds and tenths, with minutes where there are any.
    private static func words(forTime time: Duration) -> String {
        let parts = time.components
        let tenths = parts.attoseconds / 100_000_000_000_000_000
        let (minutes, seconds) = parts.seconds.quotientAndRemainder(dividingBy: 60)
        return minutes > 0 ? "\(minutes) min \(seconds).\(tenths) s" : "\(seconds).\(tenths) s"
    }
}
