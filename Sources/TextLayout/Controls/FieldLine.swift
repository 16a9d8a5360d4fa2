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
