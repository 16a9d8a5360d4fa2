extension Frame {
    /// Takes the colours from all that is behind something, so that one sees what is in front.
    ///
    /// - Parameter area: What is in front.
    package mutating func recede(behind area: Rect) {
        let behind = CellStyle(foreground: .role(.behind))
        for row in 0..<size.rows {
            for columns in Self.parts(of: size.columns, outside: area.rows.contains(row) ? area.columns : 0..<0) {
                restyle(columns, row: row, behind)
            }
        }
    }

    private static func parts(of width: Int, outside columns: Range<Int>) -> [Range<Int>] {
        let inside = columns.clamped(to: 0..<width)
        return inside.isEmpty ? [0..<width] : [0..<inside.lowerBound, inside.upperBound..<width]
    }
}
