/// Rows of the page that are shown at the top of the frame although they are scrolled out of it.
struct Pin: Hashable {
    /// On the page.
    let rows: Range<Int>
    /// The row of the frame where they begin.
    let top: Int

    /// The rows of the frame that they cover.
    var frameRows: Range<Int> { top..<top + rows.count }

    /// How much of the frame pins may cover, so that most of it stays the page's.
    static func room(in rows: Int) -> Int { rows / 3 }
}
