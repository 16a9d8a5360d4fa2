import TextLayout

/// Cells of the page that are marked, such as what a search has found.
struct PageHighlight: Hashable {
    enum Kind: Hashable {
        /// Found by a search.
        case hit
        /// The one of the found that one is at.
        case currentHit
        /// Selected, to be copied.
        case selected
        /// Of an element that is looked at.
        case outlined
        /// Another than before.
        case changed
    }

    /// Rows are those of the page, whatever of it is in view.
    var area: Rect
    var kind: Kind

    /// Marks what of it is in view.
    ///
    /// - Parameters:
    ///   - page: The picture of the page.
    ///   - scrollRow: The first row of the page that it shows.
    func draw(on page: inout Frame, scrollRow: Int) {
        let rows = (area.rows.lowerBound - scrollRow..<area.rows.upperBound - scrollRow).clamped(to: 0..<page.size.rows)
        let columns = area.columns.clamped(to: 0..<page.size.columns)
        // What is outlined is still read.
        let isHollow = kind == .outlined && area.size.rows > 2 && area.size.columns > 2
        for row in rows {
            let isEdge = row + scrollRow == area.rows.lowerBound || row + scrollRow == area.rows.upperBound - 1
            for column in columns
            where !isHollow || isEdge || column == area.columns.lowerBound || column == area.columns.upperBound - 1 {
                page[column, row].style = kind.style(over: page[column, row].style)
            }
        }
    }
}

extension PageHighlight.Kind {
    fileprivate func style(over style: CellStyle) -> CellStyle {
        var marked = style
        switch self {
        case .hit: (marked.foreground, marked.background) = (.role(.match), .role(.match))
        case .currentHit: (marked.foreground, marked.background) = (.role(.currentMatch), .role(.currentMatch))
        case .selected, .outlined: (marked.foreground, marked.background) = (.role(.selection), .role(.selection))
        case .changed: (marked.foreground, marked.background) = (.role(.notice), .role(.notice))
        }
        return marked
    }
}
