@testable import TextLayout

extension Frame {
    /// A frame of rows, each of texts and their styles.
    init(rows: [[(String, CellStyle)]], columns: Int) {
        let size = Size(columns: columns, rows: rows.count)
        var canvas = Canvas(
            frame: Frame(size: size), area: Rect(column: 0, row: 0, columns: columns, rows: rows.count))
        for (row, parts) in rows.enumerated() {
            var column = 0
            for (text, style) in parts {
                canvas.write(text, column: column, row: row, style: style)
                column += TextWidth.width(of: text)
            }
        }
        self = canvas.frame
    }
}
