extension BoxLayout {
    /// Puts blocks one below the other, with their margins joined (CSS 2.2, section 8.3.1).
    ///
    /// A margin at the upper or lower end of a box without border and padding is handed on to the box around it; inside
    /// a border it is dropped, since a terminal has no rows to spare.
    ///
    /// - Returns: The rows taken.
    func layOutBlocks(_ boxes: [Box], in parent: Box, _ style: ComputedStyle, _ area: Rect) -> Int {
        let extra = max(0, markerColumns(of: boxes) - style.padding.left)
        var row = 0
        var pending = 0
        var isFirst = true
        var firstMargin = 0
        for box in boxes {
            let (left, width) = fit(box, in: max(1, area.size.columns - extra))
            layOut(box, width: width)
            let margins = box.outerMargins
            if box.size.rows == 0 {
                pending = max(pending, margins.top, margins.bottom)
            } else {
                let gap = max(pending, margins.top, isFirst ? 0 : style.rowGap)
                if isFirst { firstMargin = gap } else { row += gap }
                isFirst = false
                pending = margins.bottom
            }
            box.origin = Position(column: area.origin.column + extra + left, row: area.origin.row + row)
            row += box.size.rows
        }
        if style.insets.top == 0 { parent.outerMargins.top = max(parent.outerMargins.top, firstMargin) }
        if style.insets.bottom == 0 { parent.outerMargins.bottom = max(parent.outerMargins.bottom, pending) }
        return row
    }

    /// The cells that the longest list marker needs.
    func markerColumns(of boxes: [Box]) -> Int {
        boxes.reduce(0) { widest, box in
            box.marker.map { max(widest, TextWidth.width(of: $0)) } ?? widest
        }
    }
}
