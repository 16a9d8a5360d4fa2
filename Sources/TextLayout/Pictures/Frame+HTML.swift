extension Frame {
    /// The picture as an HTML document that needs nothing else: text in a fixed pitch, with colours and attributes, that
    /// can be selected and read out; the same bytes for the same frame.
    ///
    /// - Parameter title: What the document is called.
    package func html(title: String, colors: FrameColors = .truecolor, theme: Theme = .dark) -> String {
        let frame = resolved(by: theme, colors: colors)
        let (ink, ground) = PicturePalette.usual(in: theme)
        var lines = (0..<size.rows).map { HTMLRow(frame.row($0), ink: ink, ground: ground).text }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>\(HTMLRow.escape(title))</title>
            <body style="margin: 0; background: \(ground)">
            <pre style="margin: 0; padding: 1ch; color: \(ink); font: 15px/17px \(PicturePalette.fonts)">
            \(lines.joined(separator: "\n"))
            </pre>

            """
    }
}

/// One row of cells as HTML.
private struct HTMLRow {
    private(set) var text = ""

    /// - Parameters:
    ///   - ink: The colour of text that has none of its own.
    ///   - ground: What it stands on.
    init(_ cells: [Cell], ink: String, ground: String) {
        var cells = cells[...]
        while let last = cells.last, last.text == " ", last.style.isUnseenBlank { cells.removeLast() }
        var start = cells.startIndex
        while start < cells.endIndex {
            let style = cells[start].style
            let end = cells[start...].firstIndex { $0.style != style } ?? cells.endIndex
            let words = Self.escape(cells[start..<end].map(\.text).joined())
            let look = style.css(ink, ground)
            text += look.isEmpty ? words : "<span style=\"\(look)\">\(words)</span>"
            start = end
        }
    }

    static func escape(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case _: escaped.append(character)
            }
        }
        return escaped
    }
}

extension CellStyle {
    /// Whether nothing is seen of a blank in this style.
    fileprivate var isUnseenBlank: Bool {
        background == .standard && attributes.isDisjoint(with: [.underline, .reverse, .strikethrough])
    }

    fileprivate func css(_ usualInk: String, _ usualGround: String) -> String {
        var rules: [String] = []
        let shown = picture(usualInk, usualGround)
        if let ink = shown.ink { rules.append("color: \(ink)") }
        if let ground = shown.ground { rules.append("background: \(ground)") }
        if attributes.contains(.bold) { rules.append("font-weight: bold") }
        if attributes.contains(.dim) { rules.append("opacity: 0.6") }
        if attributes.contains(.italic) { rules.append("font-style: italic") }
        let lines = [(CellStyle.Attributes.underline, "underline"), (.strikethrough, "line-through")]
            .filter { attributes.contains($0.0) }.map(\.1)
        if !lines.isEmpty { rules.append("text-decoration: \(lines.joined(separator: " "))") }
        return rules.joined(separator: "; ")
    }
}
