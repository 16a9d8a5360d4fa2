import HTMLTree

/// The text of a box: as pieces, and as runs on lines once it is laid out.
final class InlineContent {
    private(set) lazy var items: [InlineItem] = plainText.map(InlineBuilder.items(of:)) ?? []
    /// Set when the text is so simple that it has no pieces until they are needed.
    let plainText: PlainText?
    /// The boxes that stand in the lines.
    let boxes: [Box]
    /// Where the whole of the plain text stands as one run; nil where it was cut.
    private var singlePlace: Position?
    private var cutRuns: [TextRun] = []

    init(items: [InlineItem], boxes: [Box]) {
        self.boxes = boxes
        plainText = nil
        self.items = items
    }

    init(plainText: PlainText) {
        boxes = []
        self.plainText = plainText
    }

    /// Whether there is anything to see in it.
    var showsSomething: Bool { plainText != nil || InlineItem.showSomething(items[...], boxes) }

    /// Row by row, and within a row from left to right.
    var runs: [TextRun] {
        get { singleRun.map { [$0] } ?? cutRuns }
        set {
            singlePlace = nil
            cutRuns = newValue
        }
    }

    /// The one run of a plain text that fits on a line, which needs no list.
    var singleRun: TextRun? {
        guard let plain = plainText, let place = singlePlace else { return nil }
        return TextRun(
            text: plain.text, column: Int32(clamping: place.column), row: Int32(clamping: place.row),
            width: Int32(clamping: plain.widths.maximum), style: plain.style, node: plain.node)
    }

    /// Puts the whole plain text on one line.
    func setSingleRun(column: Int, row: Int) {
        singlePlace = Position(column: column, row: row)
        cutRuns = []
    }

    /// Drops all but the first rows, and says so at the end of the last.
    func cut(toRows rows: Int, in area: Rect) {
        var kept = runs.filter { Int($0.row) < area.origin.row + rows }
        if var last = kept.popLast() {
            let room = max(0, area.columns.upperBound - Int(last.column) - 1)
            let width = min(Int(last.width), room)
            last.text = FieldText.line(last.text, isSecret: false).text(inColumns: 0..<width) + "…"
            last.width = Int32(clamping: width + 1)
            kept.append(last)
        }
        runs = kept
    }

    /// The runs of some rows.
    func runs(in rows: Range<Int>) -> ArraySlice<TextRun> {
        let runs = runs
        let start = runs.firstPlace { Int($0.row) >= rows.lowerBound }
        let end = runs.firstPlace { Int($0.row) >= rows.upperBound }
        return runs[start..<max(start, end)]
    }
}

extension Array {
    /// The first place whose element fulfils a condition that all later ones fulfil too; `endIndex` where none does.
    func firstPlace(where isReached: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if isReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// A stretch of one line that looks the same and belongs to one element.
struct TextRun {
    var text: String
    /// The place in the content of its box.
    var column: Int32
    var row: Int32
    var width: Int32
    var style: StyleID
    var node: NodeID
    /// How the run departs from its style, as a field's ends do.
    var emphasis: CellStyle.Attributes = []
}
