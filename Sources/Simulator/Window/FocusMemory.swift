import HTMLTree

/// Remembers what had the focus on a page that was left, to give it back when the person returns.
///
/// The page comes anew, so an element is known again by what it is: its tag, what tells it from others, and its text.
struct FocusMemory {
    private struct Mark: Hashable {
        let tag: String
        let attributes: [String]
        let text: String
    }

    private var marks: [String: Mark] = [:]
    private var current: (node: NodeID, mark: Mark)?

    /// Takes note of the focus before an input; costs nothing while it stays where it is.
    mutating func note(_ document: Document) {
        // What had the focus may have left the page, and the page not have been looked at since.
        guard let node = document.activeElement, document.isAlive(node) else { return current = nil }
        if current?.node != node { current = (node, Self.mark(of: node, in: document)) }
    }

    /// Keeps what has the focus at the address that is left.
    mutating func leave(_ url: String) {
        marks[url] = current?.mark
        current = nil
    }

    /// What had the focus when an address was left; nil when nothing had, or it is not there any more.
    func node(for url: String, in document: Document, below top: NodeID) -> NodeID? {
        guard let mark = marks[url] else { return nil }
        return document.elements(below: top).first { node in
            document.name(of: node) == mark.tag && document.isFocusable(node)
                && Self.mark(of: node, in: document) == mark
        }
    }

    private static func mark(of node: NodeID, in document: Document) -> Mark {
        let telling = document.attributes(of: node).filter { attribute in
            switch attribute.name {
            case "id", "name", "href", "type", "value", "title", "phx-click", "phx-keydown": true
            case let name: name.hasPrefix("phx-value-")
            }
        }
        let isField = document.controlKind(of: node)?.isTextEntry == true
        return Mark(
            tag: document.name(of: node),
            attributes: telling.filter { !isField || $0.name != "value" }.map { "\($0.name)=\($0.value)" }.sorted(),
            text: isField ? "" : String(document.textContent(of: node).prefix(80)))
    }
}
