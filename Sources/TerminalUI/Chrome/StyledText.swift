import TextLayout

/// One line of text in several styles, tamed: it has no control characters.
struct StyledText: Equatable {
    struct Run: Equatable {
        var text: String
        var style: CellStyle
    }

    private(set) var runs: [Run] = []

    init() {}

    init(_ text: String, _ style: CellStyle = .plain) { append(text, style) }

    mutating func append(_ text: String, _ style: CellStyle = .plain) {
        let text = VisibleText.make(text)
        guard !text.isEmpty else { return }
        if let last = runs.last, last.style == style {
            runs[runs.count - 1].text += text
        } else {
            runs.append(Run(text: text, style: style))
        }
    }

    mutating func append(_ other: StyledText) {
        for run in other.runs { append(run.text, run.style) }
    }

    /// The line on another ground.
    func on(_ ground: Color) -> StyledText {
        var line = self
        for place in line.runs.indices { line.runs[place].style.background = ground }
        return line
    }

    var text: String { runs.map(\.text).joined() }

    /// In cells.
    var width: Int { runs.reduce(0) { $0 + TextWidth.width(of: $1.text) } }

    /// The line in so many columns; what is cut off ends in an ellipsis.
    func cut(to columns: Int) -> StyledText {
        guard width > columns else { return self }
        guard columns > 0 else { return StyledText() }
        return firstPart(columns: columns - 1).appending("…")
    }

    private func appending(_ text: String) -> StyledText {
        var result = self
        result.append(text, runs.last?.style ?? .plain)
        return result
    }

    private func firstPart(columns: Int) -> StyledText {
        var result = StyledText()
        var left = columns
        for run in runs {
            for character in run.text {
                left -= TextWidth.width(of: character)
                guard left >= 0 else { return result }
                result.append(String(character), run.style)
            }
        }
        return result
    }

    /// The line broken into lines of so many columns, at blanks where there are some; those after the first begin under
    /// the text of the first, two columns further in.
    func wrapped(to columns: Int) -> [StyledText] {
        guard width > columns, columns > 0 else { return [self] }
        let leading = text.prefix { $0 == " " }.count
        let indent = String(repeating: " ", count: min(leading + 2, columns / 2))
        let cells = runs.flatMap { run in
            run.text.map { (character: $0, width: TextWidth.width(of: $0), style: run.style) }
        }
        var lines: [StyledText] = []
        var start = 0
        while start < cells.count {
            let room = lines.isEmpty ? columns : columns - indent.count
            var end = start
            var used = 0
            while end < cells.count, used + cells[end].width <= room {
                used += cells[end].width
                end += 1
            }
            var next = end
            if end < cells.count {
                let blank = cells[start..<end].lastIndex { $0.character == " " }
                if cells[end].character == " " {
                    next = end + 1
                } else if let blank, blank >= start + max(lines.isEmpty ? leading : 0, room / 2) {
                    end = blank
                    next = blank + 1
                }
            }
            end = max(end, start + 1)
            var line = lines.isEmpty ? StyledText() : StyledText(indent)
            for cell in cells[start..<end] { line.append(String(cell.character), cell.style) }
            lines.append(line)
            start = max(next, end)
        }
        return lines
    }
}
