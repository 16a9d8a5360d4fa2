/// Cuts the value of a text control into the lines that are drawn.
enum FieldText {
    /// The one line of a text field.
    static func line(_ value: String, isSecret: Bool) -> FieldLine {
        FieldLine(start: 0, clusters: value.map { isSecret ? ("•", 1) : cluster($0) }, endsHard: true)
    }

    /// The lines of a text area: broken at line feeds, after blanks, or where a word is too long.
    static func lines(_ value: String, width: Int) -> [FieldLine] {
        let width = max(1, width)
        var lines: [FieldLine] = []
        var line = FieldLine(start: 0)
        var columns = 0
        var lastBlank: Int?
        for character in value {
            if character == "\n" || character == "\r\n" {
                line.endsHard = true
                lines.append(line)
                line = FieldLine(start: line.end + 1)
                columns = 0
                lastBlank = nil
                continue
            }
            let drawn = cluster(character)
            // A blank hangs over the end of its line, so that the next one starts with a word.
            if character == " ", columns >= width {
                lastBlank = line.clusters.count
                line.clusters.append(drawn)
                continue
            }
            if columns + drawn.width > width, !line.clusters.isEmpty {
                var carried: [(text: String, width: Int)] = []
                if let lastBlank {
                    carried = Array(line.clusters[(lastBlank + 1)...])
                    line.clusters.removeSubrange((lastBlank + 1)...)
                }
                let next = line.end
                lines.append(line)
                line = FieldLine(start: next, clusters: carried)
                columns = carried.reduce(0) { $0 + $1.width }
                lastBlank = nil
            }
            if character == " " { lastBlank = line.clusters.count }
            line.clusters.append(drawn)
            columns += drawn.width
        }
        line.endsHard = true
        lines.append(line)
        return lines
    }

    private static func cluster(_ character: Character) -> (text: String, width: Int) {
        if character == "\t" { return (" ", 1) }
        let text = VisibleText.make(String(character))
        return (text, TextWidth.width(of: text))
    }
}
