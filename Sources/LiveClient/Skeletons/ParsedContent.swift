import HTMLTree

/// HTML that was parsed with the elements around it, and does not reach beyond its place.
struct ParsedContent {
    private static let start = "\u{FFFC}start"
    private static let end = "\u{FFFC}end"
    /// Text after the end, which formatting elements that were left open would draw to themselves.
    private static let probe = "\u{FFFC}"

    private let fragment: NodeID
    /// The nodes at its top.
    let nodes: [NodeID]

    /// Parses HTML in the middle of the elements around it; nil when it does not stay there, or what follows would not
    /// stay where it is.
    ///
    /// - Parameter movesText: Whether text does not stay in such a place.
    init?(_ html: String, path: [String], movesText: Bool, document: Document, container: NodeID) {
        let open = path.map { "<\($0)>" }.joined()
        let probe = movesText ? "" : Self.probe
        let close = path.reversed().map { "</\($0)>" }.joined()
        fragment = document.parseFragment(
            "\(open)<!--\(Self.start)-->\(html)<!--\(Self.end)-->\(probe)\(close)", context: container)
        var holder = fragment
        var nodes: [NodeID] = []
        var isComplete = false
        for name in path {
            // Nothing else may have come to be between the elements around the place.
            guard let child = document.firstChild(of: holder), document.lastChild(of: holder) == child,
                document.name(of: child) == name
            else { break }
            holder = child
        }
        var children = Array(document.children(of: holder))
        if !movesText, let last = children.popLast(), document.text(of: last) != Self.probe { children = [] }
        if let first = children.first, let last = children.last, children.count > 1,
            Self.isMark(first, Self.start, in: document), Self.isMark(last, Self.end, in: document)
        {
            nodes = Array(children[1..<(children.count - 1)])
            isComplete = true
        }
        self.nodes = nodes
        guard isComplete else {
            document.remove(fragment)
            return nil
        }
    }

    /// Moves the nodes to the end of another node, and frees the rest.
    func move(to parent: NodeID, in document: Document) {
        for node in nodes { document.append(node, to: parent) }
        free(in: document)
    }

    func free(in document: Document) { document.remove(fragment) }

    private static func isMark(_ node: NodeID, _ text: String, in document: Document) -> Bool {
        document.kind(of: node) == .comment && document.text(of: node) == text
    }
}
