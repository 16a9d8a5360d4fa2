import HTMLTree
import LiveClient

/// Where a page starts after navigation, as in browsers: at the top, at the element that the fragment names, or, going
/// back, where it was left.
struct ScrollMemory {
    private var url = ""
    private var generation = -1
    private var rows: [String: Int] = [:]

    /// The row to scroll to; nil when the address has not changed, or the same view goes on at it.
    mutating func rowAfterNavigation(in client: LiveClient, screen: Screen) -> Int? {
        let isLoaded = client.documentGeneration != generation
        guard isLoaded || client.url != url else { return nil }
        let last = Self.lastNavigation(in: client)
        if !isLoaded { rows[url] = screen.scrollRow }
        url = client.url
        generation = client.documentGeneration
        if let last, last.isPop { return rows[url] ?? 0 }
        if let row = Self.row(ofFragmentIn: url, screen: screen) { return row }
        return isLoaded || last?.isPatch == false ? 0 : nil
    }

    private static func lastNavigation(in client: LiveClient) -> NavigationEvent? {
        for entry in client.log.reversed() {
            if case .navigated(let event) = entry.event, event.stage == .done { return event }
        }
        return nil
    }

    private static func row(ofFragmentIn url: String, screen: Screen) -> Int? {
        guard let hash = url.firstIndex(of: "#") else { return nil }
        let id = String(url[url.index(after: hash)...])
        guard let target = screen.document.element(withID: id) else { return nil }
        return screen.rows(of: target)?.lowerBound
    }
}
