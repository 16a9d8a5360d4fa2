import TextLayout

/// Which of some rows is selected, and which of them are in sight.
struct RowCursor: Equatable {
    private(set) var selected = 0
    private(set) var top = 0

    /// Moves the selection.
    ///
    /// - Parameters:
    ///   - count: How many rows there are.
    ///   - height: How many of them can be in sight.
    mutating func move(_ step: ScrollStep, count: Int, height: Int) {
        let page = max(1, height - 1)
        switch step {
        case .lineUp: select(selected - 1, of: count)
        case .lineDown: select(selected + 1, of: count)
        case .pageUp: select(selected - page, of: count)
        case .pageDown: select(selected + page, of: count)
        case .top: select(0, of: count)
        case .bottom: select(count - 1, of: count)
        }
    }

    mutating func select(_ row: Int, of count: Int) { selected = min(max(0, row), max(0, count - 1)) }

    /// The rows in sight, the selected one among them.
    mutating func window(of count: Int, height: Int) -> Range<Int> {
        select(selected, of: count)
        top = min(max(0, top), max(0, count - height))
        if selected < top { top = selected }
        if selected >= top + height { top = selected - height + 1 }
        return top..<min(count, top + max(0, height))
    }
}
