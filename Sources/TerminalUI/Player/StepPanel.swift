import TextLayout

/// The steps of a case, the present one marked, failures in full, and how far down they are scrolled.
struct StepPanel {
    /// The first step of which something is shown, and how many of its lines are not.
    private var top = (step: 0, line: 0)

    /// How many lines a step takes.
    static func height(of step: Int, in played: PlayedCase, columns: Int) -> Int {
        lines(of: step, in: played, present: nil, columns: columns).count
    }

    /// Scrolls as little as it takes to show a step, from its start where it is too long.
    mutating func show(_ step: Int, of played: PlayedCase, in area: Rect) {
        let (columns, rows) = Self.room(in: area)
        guard step > top.step else {
            top = (step, 0)
            return
        }
        var height = 0
        var first = step
        while first >= 0 {
            height += Self.height(of: first, in: played, columns: columns)
            if height > rows { break }
            first -= 1
        }
        first = min(step, first + 1)
        if first > top.step || (first == top.step && top.line == 0) { top = (first, 0) }
        if first < top.step, top.line > 0 { top.line = 0 }
    }

    mutating func scroll(by count: Int, of played: PlayedCase, in area: Rect) {
        let (columns, rows) = Self.room(in: area)
        var rest = count
        while rest > 0, hasMore(of: played, columns: columns, rows: rows) {
            rest -= 1
            top.line += 1
            if top.line >= Self.height(of: top.step, in: played, columns: columns) { top = (top.step + 1, 0) }
        }
        while rest < 0, top != (0, 0) {
            rest += 1
            if top.line > 0 {
                top.line -= 1
            } else {
                top = (top.step - 1, Self.height(of: top.step - 1, in: played, columns: columns) - 1)
            }
        }
    }

    /// The step at a row of the terminal; nil where there is none.
    func step(at row: Int, of played: PlayedCase, in area: Rect) -> Int? {
        let (columns, _) = Self.room(in: area)
        var line = row - area.origin.row - 1 + top.line
        guard line >= top.line, row < area.rows.upperBound - 1 else { return nil }
        for step in top.step..<played.steps.count {
            line -= Self.height(of: step, in: played, columns: columns)
            if line < 0 { return step }
        }
        return nil
    }

    func draw(
        _ played: PlayedCase, present: Int, note: StyledText, footer: StyledText, into frame: inout Frame, area: Rect
    ) {
        let inside = ChromeLayout.inside(area)
        let (columns, rows) = Self.room(in: area)
        frame.fill(area)
        frame.drawBox(area, title: StyledText(played.title, ChromeStyle.title), note: note, footer: footer)
        var lines: [StyledText] = []
        var step = top.step
        while step < played.steps.count, lines.count < rows + top.line {
            lines += Self.lines(of: step, in: played, present: present, columns: columns)
            step += 1
        }
        for (row, line) in lines.dropFirst(top.line).prefix(rows).enumerated() {
            frame.draw(
                line, at: Position(column: inside.origin.column + 1, row: inside.origin.row + row), columns: columns)
        }
    }

    private static func room(in area: Rect) -> (columns: Int, rows: Int) {
        let inside = ChromeLayout.inside(area).size
        return (max(1, inside.columns - 2), max(1, inside.rows))
    }

    /// Whether there are lines below those that are shown.
    private func hasMore(of played: PlayedCase, columns: Int, rows: Int) -> Bool {
        var height = -top.line
        for step in top.step..<played.steps.count {
            height += Self.height(of: step, in: played, columns: columns)
            if height > rows { return true }
        }
        return false
    }

    private static func lines(
        of index: Int, in played: PlayedCase, present: Int?, columns: Int
    ) -> [StyledText] {
        let step = played.steps[index]
        let before = index > 0 ? played.steps[index - 1].groups : []
        let known = zip(before, step.groups).prefix { $0 == $1 }.count
        var lines = step.groups.dropFirst(known).map { StyledText("    \($0)", ChromeStyle.heading).cut(to: columns) }
        let number = String(index + 1)
        let hasFailed = !step.failure.isEmpty
        var line = StyledText(index == present ? "▶" : " ", ChromeStyle.key)
        line.append(String(repeating: " ", count: max(1, 3 - number.count)) + number, ChromeStyle.quiet)
        line.append(hasFailed ? " ✗ " : " ", hasFailed ? ChromeStyle.failure : .plain)
        line.append(step.source, index == present ? ChromeStyle.title : .plain)
        lines.append(line.cut(to: columns))
        if hasFailed { lines.append(StyledText("     \(step.place)", ChromeStyle.address).cut(to: columns)) }
        for text in step.failure {
            lines += StyledText("     \(text)", ChromeStyle.failure).wrapped(to: columns)
        }
        return lines
    }
}
