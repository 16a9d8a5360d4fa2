extension Frame {
    /// The picture as text with the escape sequences that give a terminal its colours and attributes (ECMA-48, SGR), and
    /// no more of them than it needs.
    ///
    /// Rows are parted by line feeds, without trailing blanks and trailing empty rows. Each row begins and ends in the
    /// terminal's own style, so that rows can be shown, cut and compared one by one.
    package func ansi(colors: FrameColors = .truecolor, theme: Theme = .anyGround) -> String {
        let frame = resolved(by: theme, colors: colors)
        let rows = (0..<size.rows).map { row in
            var writer = RowWriter(colors: colors)
            for cell in frame.row(row) { writer.write(cell) }
            return writer.end()
        }
        let end = rows.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
        return rows[..<end].joined(separator: "\n")
    }
}

/// Writes the cells of one row, and the changes of style between them.
private struct RowWriter {
    let colors: FrameColors
    private var text = ""
    private var style = CellStyle.plain
    /// Blanks that are only written once something follows them.
    private var blanks = 0

    init(colors: FrameColors) { self.colors = colors }

    mutating func write(_ cell: Cell) {
        let isPlainBlank = cell.text == " " && cell.style.groundOfBlank == .standard
        guard !isPlainBlank else {
            blanks += 1
            return
        }
        if blanks > 0 {
            change(to: .plain, ofBlank: true)
            text += String(repeating: " ", count: blanks)
            blanks = 0
        }
        // The right half of a wide character has no text, and the style of the left.
        guard !cell.text.isEmpty else { return }
        change(to: cell.style, ofBlank: cell.text == " ")
        text += cell.text
    }

    mutating func end() -> String {
        change(to: .plain, ofBlank: false)
        return text
    }

    /// - Parameter ofBlank: Whether nothing is seen but the ground.
    private mutating func change(to new: CellStyle, ofBlank: Bool) {
        if ofBlank, let ground = new.groundOfBlank, ground == style.groundOfBlank { return }
        guard new != style else { return }
        let change = codes(from: style, to: new)
        let anew = ["0"] + codes(from: .plain, to: new)
        let shorter = new == .plain || anew.joined().count < change.joined().count ? anew : change
        text += "\u{1B}[\(shorter.joined(separator: ";"))m"
        style = new
    }

    private func codes(from old: CellStyle, to new: CellStyle) -> [String] {
        var codes: [String] = []
        var kept = old.attributes
        for (attribute, code) in Self.off where kept.contains(attribute) && !new.attributes.contains(attribute) {
            // Bold and dim are only taken away together.
            kept.subtract(code == "22" ? [.bold, .dim] : attribute)
            codes.append(code)
        }
        for (attribute, code) in Self.on where new.attributes.contains(attribute) && !kept.contains(attribute) {
            codes.append(code)
        }
        if new.foreground != old.foreground { codes += Self.codes(new.foreground, isGround: false, colors) }
        if new.background != old.background { codes += Self.codes(new.background, isGround: true, colors) }
        return codes
    }

    private static let on: [(CellStyle.Attributes, String)] = [
        (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"), (.strikethrough, "9"),
    ]
    private static let off: [(CellStyle.Attributes, String)] = [
        (.bold, "22"), (.dim, "22"), (.italic, "23"), (.underline, "24"), (.reverse, "27"), (.strikethrough, "29"),
    ]

    private static func codes(_ color: Color, isGround: Bool, _ colors: FrameColors) -> [String] {
        switch color {
        case .standard, .role: return [isGround ? "49" : "39"]
        case .palette(let number):
            let number = Int(number & 15)
            return [String((number < 8 ? 30 + number : 82 + number) + (isGround ? 10 : 0))]
        case .rgb(let red, let green, let blue):
            let kind = isGround ? "48" : "38"
            guard colors != .truecolor else { return [kind, "2", String(red), String(green), String(blue)] }
            return [kind, "5", String(Palette.indexed.nearest(red: red, green: green, blue: blue))]
        }
    }
}

extension CellStyle {
    /// The colour that a blank of this style shows; nil where more is seen of it, such as a line under it.
    fileprivate var groundOfBlank: Color? {
        attributes.isDisjoint(with: [.underline, .reverse, .strikethrough]) ? background : nil
    }
}
