import TextLayout

/// The border around the page: title and path, and how far down it is scrolled.
struct PagePanel {
    var title: String
    var path: String
    /// What HTTP said of the page; shown where it is no success.
    var status = 200
    /// Whether another page is on its way.
    var isLoading = false
    var scrollRow: Int
    var pageHeight: Int
    /// What is told below.
    var footer = StyledText()

    /// - Parameter note: What the upper border says at the right, where it is not how far down the page is scrolled.
    func draw(into frame: inout Frame, area: Rect, note: StyledText? = nil) {
        let content = ChromeLayout.inside(area)
        frame.drawBox(
            area, title: heading(columns: area.size.columns - 4), note: note ?? position(rows: content.size.rows),
            footer: footer)
    }

    /// Title and path; where they do not both fit, the title gives way first, because the path says where one is.
    private func heading(columns: Int) -> StyledText {
        var path = StyledText()
        if status >= 400 { path.append("\(status) ", ChromeStyle.failure) }
        path.append(self.path, ChromeStyle.address)
        if isLoading { path.append(" …", ChromeStyle.quiet) }
        guard !title.isEmpty else { return path }
        var heading = StyledText(title, ChromeStyle.title).cut(to: max(0, columns - path.width - 12))
        guard heading.width > 3 else { return path }
        heading.append("  ")
        heading.append(path)
        return heading
    }

    private func position(rows: Int) -> StyledText {
        let last = pageHeight - rows
        guard last > 0 else { return StyledText() }
        let share = min(100, max(0, scrollRow) * 100 / last)
        return StyledText("\(share)%", ChromeStyle.quiet)
    }
}
