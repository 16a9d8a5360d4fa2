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
        simulator.keyHelp.map { HelpLine($0) } + sidePanelHelp + PanelKeyMap.help(in: keyContext)
    }

    /// The whole terminal.
    func frame() -> Frame {
        guard isUsable else { return TooSmallNotice.frame(size: size) }
        var frame = Frame(size: size)
        drawPage(into: &frame)
        if let area = layout.inspector {
            if let sidePanel, inspector == nil {
                SidePanelDrawing(panel: sidePanel).draw(into: &frame, area: area)
            } else {
                drawInspector(into: &frame, area: area)
            }
        }
        StatusLine(page: statusLines, essentials: PanelKeyMap.essentials(in: keyContext))
            .draw(into: &frame, row: layout.statusRow)
        message?.draw(into: &frame)
        overlay?.draw(into: &frame, layout: layout)
        return frame
    }

    /// The keys of what has them.
    private var statusLines: [HelpLine] {
        if let overlay { return overlay.keyHelp }
        return layout.page == nil ? [] : simulator.keyHelp.map { HelpLine($0) }
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
        for highlight in highlights { highlight.draw(on: &page, scrollRow: simulator.scrollRow) }
        PagePanel(
            title: simulator.showsItsTitle ? "" : simulator.client.title, path: simulator.client.address,
            status: simulator.client.status,
            isLoading: simulator.client.loadingAddress != nil, scrollRow: simulator.scrollRow,
            pageHeight: simulator.pageHeight
        ).draw(into: &frame, area: area)
        frame.copy(page, into: content)
        if let cursor = page.cursor {
            frame.cursor = Position(
                column: cursor.column + content.origin.column, row: cursor.row + content.origin.row)
        }
    }

    private func drawInspector(into frame: inout Frame, area: Rect) {
        let inspection = simulator.client.inspection
        if isInspectorStale || inspection != inspected {
            isInspectorStale = false
            inspected = inspection
            let content = InspectorContent(
                inspection: inspection, isRemote: simulator.client.settings.isRemote,
                scripts: simulator.client.needsOfScripts, records: journal.records)
            inspector?.update(area: area) { content.lines(columns: $0) }
        }
        inspector?.draw(into: &frame, area: area)
    }
}
