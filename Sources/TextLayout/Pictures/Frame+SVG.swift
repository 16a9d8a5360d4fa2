extension Frame {
    /// The picture as an SVG document that needs nothing else: the same bytes for the same frame, and each cell in its
    /// place whatever fonts there are.
    package func svg(colors: FrameColors = .truecolor, theme: Theme = .dark) -> String {
        let frame = resolved(by: theme, colors: colors)
        let (ink, ground) = PicturePalette.usual(in: theme)
        var writer = SVGWriter(size: size, ink: ink, ground: ground)
        for row in 0..<size.rows { writer.write(frame.row(row), row: row) }
        return writer.document(cursor: cursor)
    }
}

/// Collects the grounds and texts of a frame.
private struct SVGWriter {
    // In pixels. The signs of borders meet where a row is no higher than their glyphs, 1.16 times the font's size.
    private static let cellWidth = 9
    private static let cellHeight = 17
    private static let fontSize = 15
    private static let baseline = 13

    let size: Size
    /// The colours of what has none of its own.
    let ink: String
    let ground: String
    private var grounds: [String] = []
    private var texts: [String] = []

    init(size: Size, ink: String, ground: String) {
        self.size = size
        self.ink = ink
        self.ground = ground
    }

    mutating func write(_ cells: [Cell], row: Int) {
        let grounds = cells.map { $0.style.picture(ink, ground).ground }
        for columns in grounds.runs(where: ==) {
            guard let ground = grounds[columns.lowerBound] else { continue }
            self.grounds.append("<rect \(Self.area(of: columns, row: row)) fill=\"\(ground)\"/>")
        }
        for columns in cells.runs(where: Self.areOneText) {
            let run = cells[columns]
            // Browsers make one blank of several, whatever is said against it, and stretch the rest.
            for words in Self.parts(of: run) { write(words, row: row) }
        }
    }

    func document(cursor: Position?) -> String {
        let width = size.columns * Self.cellWidth
        let height = size.rows * Self.cellHeight
        var lines = [
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)">
            """,
            "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(ground)\"/>",
        ]
        lines += group("shape-rendering=\"crispEdges\"", of: grounds)
        lines += group(
            """
            font-family="\(PicturePalette.fonts)" font-size="\(Self.fontSize)" fill="\(ink)" xml:space="preserve"
            """, of: texts)
        if let cursor {
            let area = Self.area(of: cursor.column..<cursor.column + 1, row: cursor.row)
            lines.append("<rect \(area) fill=\"none\" stroke=\"\(ink)\"/>")
        }
        lines.append("</svg>")
        return lines.map { $0 + "\n" }.joined()
    }

    private func group(_ attributes: String, of parts: [String]) -> [String] {
        parts.isEmpty ? [] : ["<g \(attributes)>"] + parts + ["</g>"]
    }

    private static func area(of columns: Range<Int>, row: Int) -> String {
        """
        x="\(columns.lowerBound * cellWidth)" y="\(row * cellHeight)" width="\(columns.count * cellWidth)" \
        height="\(cellHeight)"
        """
    }

    /// Whether neighbours are one text: ASCII, which any one font has at one width, or one sign again and again. All else
    /// may come from another font, and is held in its place alone.
    private static func areOneText(_ one: Cell, _ other: Cell) -> Bool {
        guard one.style == other.style else { return false }
        return one.text == other.text || (one.isASCII && other.isASCII)
    }

    /// A run in parts without two blanks beside each other, where blanks are not seen.
    private static func parts(of run: ArraySlice<Cell>) -> [ArraySlice<Cell>] {
        guard let look = run.first?.style, look.attributes.isDisjoint(with: [.underline, .strikethrough]) else {
            return [run]
        }
        var parts: [ArraySlice<Cell>] = []
        var start = run.startIndex
        for place in run.indices.dropFirst() where run[place].text == " " && run[place - 1].text == " " {
            parts.append(run[start..<place])
            start = place
        }
        parts.append(run[start...])
        return parts
    }

    private mutating func write(_ run: ArraySlice<Cell>, row: Int) {
        var run = run
        let look = run[run.startIndex].style
        if look.attributes.isDisjoint(with: [.underline, .strikethrough]) {
            run = run.drop { $0.text == " " }
            while run.last?.text == " " { run.removeLast() }
        }
        let text = run.map(\.text).joined()
        guard !text.isEmpty else { return }
        // The right half of a wide character is a cell without text after it.
        let columns = run.count == 1 ? TextWidth.width(of: text) : run.count
        texts.append(
            """
            <text x="\(run.startIndex * Self.cellWidth)" y="\(row * Self.cellHeight + Self.baseline)" \
            textLength="\(columns * Self.cellWidth)" lengthAdjust="spacingAndGlyphs"\(look.svgAttributes(ink, ground))>\
            \(escape(text))</text>
            """)
    }

    private func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            // XML cannot say them (XML 1.0, section 2.2).
            case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension CellStyle {
    fileprivate func svgAttributes(_ usualInk: String, _ usualGround: String) -> String {
        var text = picture(usualInk, usualGround).ink.map { " fill=\"\($0)\"" } ?? ""
        if attributes.contains(.dim) { text += " fill-opacity=\"0.6\"" }
        if attributes.contains(.bold) { text += " font-weight=\"bold\"" }
        if attributes.contains(.italic) { text += " font-style=\"italic\"" }
        let lines = [(CellStyle.Attributes.underline, "underline"), (.strikethrough, "line-through")]
            .filter { attributes.contains($0.0) }.map(\.1)
        if !lines.isEmpty { text += " text-decoration=\"\(lines.joined(separator: " "))\"" }
        return text
    }
}

extension Cell {
    fileprivate var isASCII: Bool { text.utf8.count == 1 && text.utf8.allSatisfy { $0 < 0x80 } }
}

extension Array {
    /// The ranges within which each element belongs together with the one before.
    fileprivate func runs(where isTogether: (Element, Element) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        for place in indices.dropFirst() where !isTogether(self[place - 1], self[place]) {
            runs.append(start..<place)
            start = place
        }
        if !isEmpty { runs.append(start..<count) }
        return runs
    }
}
