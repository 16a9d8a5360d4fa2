import TextLayout

/// What a window shows that someone made too small: what is wrong, and that nothing is lost.
enum TooSmallNotice {
    static func frame(size: Size) -> Frame {
        var frame = Frame(size: Size(columns: max(1, size.columns), rows: max(1, size.rows)))
        let smallest = ChromeLayout.smallest
        let message = StyledText(
            "Please make the window larger: \(size.columns)x\(size.rows) is less than "
                + "\(smallest.columns)x\(smallest.rows).")
        for (row, line) in message.wrapped(to: frame.size.columns).prefix(frame.size.rows).enumerated() {
            frame.draw(line, at: Position(column: 0, row: row), columns: frame.size.columns)
        }
        return frame
    }
}
