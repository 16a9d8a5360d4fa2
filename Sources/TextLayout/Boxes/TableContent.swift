/// The boxes of a table, and what is found about its columns.
final class TableContent {
    /// Captions, sections and rows, in document order.
    let boxes: [Box]
    /// The rows as they are shown, once asked.
    var rows: TableRows?
    /// What the columns ask for, once asked.
    var columns: TableColumns?
    /// Where lines between columns are drawn, in the coordinates of the table's box.
    var verticalRules: [Int] = []
    /// Where lines between rows are drawn, from top to bottom.
    var horizontalRules: [Int] = []
    /// The rows between which the lines between columns run.
    var ruledRows = 0..<0
    /// What cells cover that span columns or rows, with the blanks around them: no line runs through there.
    var spans: [Rect] = []
    /// Whether cells reach down beyond their rows.
    var hasTallCells = false
    /// The rows of the captions, which stand above the frame.
    var captionRows = 0
    /// The columns from the left edge to the end of the frame; captions may be wider.
    var framedColumns = 0

    init(boxes: [Box]) { self.boxes = boxes }

    /// Forgets what was found about rows and columns, now that something in them changed.
    func forget() {
        rows = nil
        columns = nil
    }
}
