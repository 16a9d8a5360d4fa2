import LiveClient
import Simulator
import TextLayout

extension Interface {
    /// For the title of the terminal's window.
    var title: String {
        let title = simulator.client.title
        return ReadableText.quote(title.isEmpty ? simulator.client.url : title)
    }

    var helpLines: [HelpLine] {
        let page = simulator.pageOwnKeys + simulator.keyHelp
        return (isInspectorFocused ? inspector?.fullHelp ?? [] : searchHelp + page.map { HelpLine($0) }) + sidePanelHelp
            + keys.help(in: keyContext) + MouseHelp.lines(isOn: isMouseOn)
    }

    func wasDrawn() { history?.count() }

    /// The whole terminal.
    func frame() -> Frame {
        history?.record(simulator)
        guard isUsable else { return TooSmallNotice.frame(size: size) }
        var frame = Frame(size: size)
        drawPage(into: &frame)
        if let area = layout.inspector {
            if let inspector {
                inspector.draw(into: &frame, area: area)
            } else if let sidePanel {
                SidePanelDrawing(panel: sidePanel).draw(into: &frame, area: area)
            }
        }
        let status = StatusLine(
            page: statusLines, essentials: keys.essentials(in: keyContext), news: news)
        frame.copy(
            drawnStatus.picture(of: status, columns: size.columns),
            into: Rect(column: 0, row: layout.statusRow, columns: size.columns, rows: 1))
        message?.draw(into: &frame)
        overlay?.draw(into: &frame, layout: layout)
        return frame
    }

    /// The keys of what has them.
    private var statusLines: [HelpLine] {
        if let overlay { return overlay.keyHelp }
        if isInspectorFocused { return inspector?.keyHelp ?? [] }
        return layout.page == nil ? [] : searchHelp + simulator.keyHelp.map { HelpLine($0) }
    }

    /// The banner that has just appeared.
    private var news: StyledText? {
        guard overlay == nil, let banner = bannerNews.banner else { return nil }
        var news = StyledText(banner.isError ? "✗ " : "i ", banner.isError ? ChromeStyle.failure : ChromeStyle.address)
        news.append("\(banner.key.map { "\($0): " } ?? "")\(banner.text)", ChromeStyle.title)
        return news
    }

    /// The most important of what is to be told.
    private var message: MessageBar? {
        if let question = simulator.question {
            return MessageBar(text: "\(question)  (y: yes, n: no)", kind: .question)
        }
        if let problem = problems.message {
            return MessageBar(text: problem.text, kind: problem.isProblem ? .problem : .notice)
        }
        if let notice = simulator.notice { return MessageBar(text: notice, kind: .notice) }
        if let address = simulator.client.loadingAddress {
            return MessageBar(text: "waiting for \(ReadableText.quote(address))  (Esc: stay here)", kind: .notice)
        }
        guard simulator.client.isConnectionLost else { return nil }
        let text = "the server cannot be reached; what is done here does not get to it until it is there again"
        return MessageBar(text: text, kind: .problem)
    }

    private func drawPage(into frame: inout Frame) {
        guard let area = layout.page, let content = layout.pageContent else { return }
        var page = simulator.frame()
        for highlight in highlights + (inspector?.highlights ?? []) + ownHighlights {
            highlight.draw(on: &page, scrollRow: simulator.scrollRow)
        }
        var panel = PagePanel(
            title: simulator.showsItsTitle ? "" : simulator.client.title, path: simulator.client.address,
            status: simulator.client.status,
            isLoading: simulator.client.loadingAddress != nil, scrollRow: simulator.scrollRow,
            pageHeight: simulator.pageHeight)
        if let status = companion?.status, !status.isEmpty { panel.footer = StyledText(status, ChromeStyle.quiet) }
        panel.draw(into: &frame, area: area)
        frame.copy(page, into: content)
        if let cursor = page.cursor {
            frame.cursor = Position(
                column: cursor.column + content.origin.column, row: cursor.row + content.origin.row)
        }
    }
}

/// The status line as it was last drawn: mostly it stays the same from key to key.
struct DrawnStatusLine {
    private var drawn: (line: StatusLine, picture: Frame)?

    mutating func picture(of line: StatusLine, columns: Int) -> Frame {
        if let drawn, drawn.line == line, drawn.picture.size.columns == columns { return drawn.picture }
        let picture = line.picture(columns: columns)
        drawn = (line, picture)
        return picture
    }
}
