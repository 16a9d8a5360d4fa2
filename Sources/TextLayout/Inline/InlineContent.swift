/// The text of a box: as pieces, and as runs on lines once it is laid out.
final class InlineContent {
    private(set) lazy var items: [InlineItem] = plainText.map(InlineBuilder.items(of:)) ?? []
    /// Set when the text is so simple that it has no pieces until they are needed.
    let plainText: PlainText?
    /// The boxes that stand in the lines.
    let boxes: [Box]
    /// Row by row, and within a row from left to right.
    var runs: [TextRun] = []

    init(items: [InlineItem], boxes: [Box]) {
        self.boxes = boxes
        plainText = nil
        self.items = items
    }

    init(plainText: PlainText) {
        boxes = []
        self.plainText = plainText
    }

    /// The whole text as one run on one line.
    func setSingleRun(of plain: PlainText, column: Int, row: Int) {
        runs = [
            TextRun(
                text: plain.text, column: Int32(clamping: column), row: Int32(clamping: row),
                width: Int32(clamping: plain.widths.maximum), style: plain.style, node: plain.node)
        ]
    }

    /// The runs of some rows.
    func runs(in rows: Range<Int>) -> ArraySlice<TextRun> {
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
