/// Cuts text into the lines of cells that are drawn: the value of a text control, words that have to fit.
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

    /// Text of exactly so many cells: cut with an ellipsis, or filled up.
    static func fitted(_ text: String, to width: Int) -> String {
        guard width > 0 else { return "" }
        let cells = TextWidth.width(of: text)
        if cells <= width { return text + String(repeating: " ", count: width - cells) }
        let line = Self.line(text, isSecret: false)
        return line.text(inColumns: 0..<width - 1) + "…"
    }

    private static func cluster(_ character: Character) -> (text: String, width: Int) {
        if character == "\t" { return (" ", 1) }
        let text = VisibleText.make(String(character))
        return (text, TextWidth.width(of: text))
    }
}

/// One line of the text of a field: its grapheme clusters as they are drawn.
struct FieldLine {
    /// The offset of the first cluster in the field's value.
    var start: Int
    /// What is drawn for each cluster, with its cells.
    var clusters: [(text: String, width: Int)] = []
    /// Whether the text ends the line itself, so that the caret can stand behind its last cluster.
    var endsHard = false

    var end: Int { start + clusters.count }
    var width: Int { clusters.reduce(0) { $0 + $1.width } }

    /// The cells before the cluster at an offset of the value.
    func column(ofOffset offset: Int) -> Int {
        clusters.prefix(max(0, offset - start)).reduce(0) { $0 + $1.width }
    }

    /// The offset of the cluster that covers a column, or of the end behind all.
    func offset(atColumn column: Int) -> Int {
        var left = 0
        for (place, cluster) in clusters.enumerated() {
            left += cluster.width
            if column < left { return start + place }
        }
        return end
    }

    /// The text in some columns, filled up with blanks; half a wide character is a blank.
    func text(inColumns columns: Range<Int>) -> String {
        var text = ""
        var left = 0
        var filled = columns.lowerBound
        for cluster in clusters {
            let right = left + cluster.width
            defer { left = right }
            guard right > columns.lowerBound else { continue }
            guard left < columns.upperBound else { break }
            if left < columns.lowerBound || right > columns.upperBound {
                let blanks = min(right, columns.upperBound) - max(left, columns.lowerBound)
                text += String(repeating: " ", count: blanks)
            } else {
                text += cluster.text
            }
            filled = min(right, columns.upperBound)
        }
        return text + String(repeating: " ", count: max(0, columns.upperBound - filled))
    }
}
