import HTMLTree
import LiveProtocol

/// The style sheets that a page links to, as far as they come from the page's own host.
///
/// They are asked for when the page has come, and what becomes of them later concerns the picture alone.
package final class LinkedSheets {
    /// No page of a person's needs more; others would only cost time.
    private static let limit = 20
    /// What is longer is no style sheet for a terminal.
    private static let longestSheet = 2 << 20

    private var pending: [(node: NodeID, page: PendingPage)] = []
    /// The text of each sheet that has come, by its link.
    package private(set) var texts: [NodeID: String] = [:]

    /// Whether a sheet is still to come.
    var isLoading: Bool { !pending.isEmpty }

    /// Asks for the sheets that a document links to.
    ///
    /// - Parameter request: Asks for an address; nil where that is not to be had from here.
    func load(from document: Document, _ request: (String) -> PendingPage?) {
        let links = document.elements(named: "link").filter { Self.isSheet($0, in: document) }
        for link in links.prefix(Self.limit) {
            guard let href = document.attribute("href", of: link), let page = request(href) else { continue }
            pending.append((link, page))
        }
    }

    /// Calls back when a sheet may have come.
    func listen(_ onActivity: (@Sendable () -> Void)?) {
        for (_, page) in pending { page.onAnswer = onActivity }
    }

    /// Takes in what has come.
    ///
    /// - Returns: Whether that was anything.
    func take() -> Bool {
        guard !pending.isEmpty else { return false }
        let before = pending.count
        pending.removeAll { node, page in
            guard let answer = page.answer else { return false }
            if case .response(let response) = answer, response.status == 200,
                response.html.utf8.count <= Self.longestSheet
            {
                texts[node] = response.html
            }
            return true
        }
        return pending.count < before
    }

    /// Gives up what is still to come.
    func cancel() {
        for (_, page) in pending { page.cancel() }
        pending = []
    }

    private static func isSheet(_ link: NodeID, in document: Document) -> Bool {
        let relations = (document.attribute("rel", of: link) ?? "").split(whereSeparator: \.isWhitespace)
        guard relations.contains(where: { $0.lowercased() == "stylesheet" }),
            !relations.contains(where: { $0.lowercased() == "alternate" })
        else { return false }
        let media = (document.attribute("media", of: link) ?? "").lowercased()
        return media.isEmpty || media.contains("all") || media.contains("screen") || media.contains("(")
    }
}
