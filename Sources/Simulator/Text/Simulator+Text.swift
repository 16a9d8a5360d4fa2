import HTMLTree
import LiveClient
import TextLayout

extension Simulator {
    /// The text of the whole page as it is laid out; made once for each layout.
    package var pageText: PageText {
        prepareWindow()
        return page.window.text
    }

    /// Counts the layouts of the page: a number that is the same means text at the same places.
    package var layoutNumber: Int {
        prepareWindow()
        return page.window.layoutNumber
    }

    /// The picture of some rows of the page, whatever of it is in view.
    package func picture(ofRows rows: Range<Int>) -> Frame {
        prepareWindow()
        return page.window.picture(ofRows: rows.clamped(to: 0..<max(1, page.window.pageHeight)))
    }

    /// Scrolls as little as it takes to show some rows of the page.
    package func reveal(rows: Range<Int>) {
        prepareWindow()
        page.reveal(rows: rows)
    }

    /// The position on the page of a cell of the frame.
    package func positionOnPage(_ position: Position) -> Position {
        prepareWindow()
        return page.window.onPage(position)
    }

    /// The rows of the frame that things from elsewhere on the page cover.
    package var coveredRows: Int {
        prepareWindow()
        return page.window.coveredRows
    }
}

/// What can be copied, and what it is, in words.
package struct Copyable: Hashable, Sendable {
    package let text: String
    package let what: String
}

extension Simulator {
    /// What of the focused thing can be copied: the address of a link, the text of a field, what anything else says;
    /// without a focus, the row under the cursor, else the newest banner. A password never is.
    package var copyable: Copyable? {
        page.update()
        if let node = document.activeElement { return copyable(from: node) }
        if let row = currentRow { return Copyable(text: text(of: row), what: "the row") }
        return newestBanner.map { Copyable(text: $0.text, what: "the banner") }
    }

    /// Whether there is something to copy, without a look at how much.
    package var hasCopyable: Bool {
        guard let node = document.activeElement else { return currentRow != nil || newestBanner != nil }
        return document.controlKind(of: node) != .text(.password)
    }

    /// The address of the focused link, whole; nil where none has the focus.
    package var focusedAddress: String? {
        guard let node = document.activeElement, document.isLink(node) else { return nil }
        return document.attribute("href", of: node).map(client.address(of:))
    }

    private func copyable(from node: NodeID) -> Copyable? {
        let kind = document.controlKind(of: node)
        switch kind {
        case .text(.password): return nil
        case .text, .textarea, .range, .color, .output:
            return Copyable(text: document.value(of: node), what: page.describe(node).description)
        case .select:
            let chosen = document.selectedOptions(of: node).map(document.optionText)
            return Copyable(text: chosen.joined(separator: "\n"), what: page.describe(node).description)
        case .checkbox, .radio, .button, .image, .hidden, .file:
            return Copyable(text: document.accessibleName(of: node), what: page.describe(node).description)
        case nil:
            if let address = focusedAddress { return Copyable(text: address, what: "the link's address") }
            return Copyable(text: text(of: node), what: page.describe(node).description)
        }
    }

    private func text(of node: NodeID) -> String {
        document.textContent(of: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
