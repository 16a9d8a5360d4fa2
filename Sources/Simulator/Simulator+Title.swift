import HTMLTree

extension Simulator {
    /// How many nodes from the top of the page a heading is looked for.
    private static let headingReach = 80

    /// Whether a heading in view says the page's title already, in the same words.
    package var showsItsTitle: Bool {
        guard !client.title.isEmpty, let heading = firstHeading else { return false }
        return Self.words(document.textContent(of: heading)) == Self.words(client.title)
            && page.window.isInView(heading)
    }

    private var firstHeading: NodeID? {
        var node = document.root
        for _ in 0..<Self.headingReach {
            if let name = document.isElement(node) ? document.name(of: node) : nil, name == "h1" || name == "h2" {
                return node
            }
            guard let next = self.node(after: node) else { return nil }
            node = next
        }
        return nil
    }

    /// The next node in document order, but for what is in the head.
    private func node(after node: NodeID) -> NodeID? {
        if let child = document.firstChild(of: node), document.name(of: node) != "head" { return child }
        var node = node
        while true {
            if let sibling = document.nextSibling(of: node) { return sibling }
            guard let parent = document.parent(of: node) else { return nil }
            node = parent
        }
    }

    private static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}
