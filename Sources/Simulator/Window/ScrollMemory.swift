import HTMLTree
import LiveClient

/// Where a page starts after navigation, as in browsers: at the top, at the element that the fragment names, or, going
/// back, where it was left.
struct ScrollMemory {
    private var url = ""
    private var generation = -1
    private var rows: [String: Int] = [:]
    private var focus = FocusMemory()
    /// Whether the next change of address is a step in history.
    private var isReturning = false
    /// The address to which the last step in history led, until its focus was asked for.
    private var returnedTo: String?

    /// Prepares for a step in history.
    mutating func prepareForReturn() { isReturning = true }

    /// Takes note of what has the focus, before an input.
    mutating func noteFocus(in document: Document) { focus.note(document) }

    /// Keeps the row, and what has the focus, at which the present address is left.
    mutating func leave(at row: Int) {
        rows[url] = row
        focus.leave(url)
    }

    /// What had the focus when the present address was left, once after a step in history to it.
    mutating func takeFocusAfterReturn(in document: Document, below top: NodeID) -> NodeID? {
        guard returnedTo == url else { return nil }
        returnedTo = nil
        return focus.node(for: url, in: document, below: top)
    }

    /// The row to scroll to; nil when the address has not changed, or the same view goes on at it.
    mutating func rowAfterNavigation(in client: LiveClient, window: PageWindow) -> Int? {
        let isLoaded = client.documentGeneration != generation
        guard isLoaded || client.url != url else { return nil }
        if !isLoaded { leave(at: window.scrollRow) }
        url = client.url
        generation = client.documentGeneration
        if isReturning {
            isReturning = false
            returnedTo = url
            return rows[url] ?? 0
        }
        if let row = Self.row(ofFragmentIn: url, window: window) { return row }
        return isLoaded || !Self.isLastNavigationPatch(in: client) ? 0 : nil
    }

    /// Whether the last change of address left the view as it was.
    private static func isLastNavigationPatch(in client: LiveClient) -> Bool {
        for entry in client.log.reversed() {
            if case .navigated(let event) = entry.event, event.stage == .done { return event.isPatch }
        }
        return true
    }

    private static func row(ofFragmentIn url: String, window: PageWindow) -> Int? {
        guard let hash = url.firstIndex(of: "#") else { return nil }
        let id = String(url[url.index(after: hash)...])
        guard let target = window.document.element(withID: id) else { return nil }
        return window.rows(of: target)?.lowerBound
    }
}
