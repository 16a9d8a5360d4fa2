import LiveProtocol

/// Writes a rendered tree as HTML, leaving out what did not change (CLIENT.md 9.6).
struct RenderedWriter {
    private let tree: RenderedTree
    /// Whether an unchanged root is written as an empty tag that says to leave the element alone.
    private let skipsUnchanged: Bool
    /// The components that the diff changed: others are left alone; nil when all are written.
    private let changedComponents: Set<Int>?
    private(set) var html = ""
    /// The stream operations met, which are shown by what follows.
    private(set) var streams: [StreamDiff] = []
    /// What was written.
    private(set) var written: [RenderedNode] = []
    /// What the next tag is to carry.
    private var rootAttributes: String

    init(
        _ tree: RenderedTree, skipsUnchanged: Bool, changedComponents: Set<Int>?, rootAttributes: String = ""
    ) {
        self.tree = tree
        self.changedComponents = changedComponents
        self.rootAttributes = rootAttributes
        self.skipsUnchanged = skipsUnchanged
    }

    mutating func write(component cid: Int, depth: Int = 0) throws(RenderedTreeError) {
        guard let node = tree.components[cid] else { throw .unknownComponent(cid) }
        let identity =
            #" data-phx-id="c\#(cid)-\#(tree.viewID)" data-phx-component="\#(cid)" data-phx-view="\#(tree.viewID)""#
        if skipsUnchanged, let changedComponents, !changedComponents.contains(cid), !node.isReset,
            let tag = RootTag(in: node.statics.pieces.first ?? "")
        {
            html += tag.before
            writePlaceholder(tag, identity)
            return
        }
        rootAttributes += identity
        try writeContent(of: node, depth: depth)
    }

    mutating func write(_ node: RenderedNode, depth: Int = 0) throws(RenderedTreeError) {
        guard node.isRoot else { return try writeContent(of: node, depth: depth) }
        let isNew = node.magicID == nil
        let identity = #" data-phx-id="m\#(tree.magicID(of: node))-\#(tree.viewID)""#
        if skipsUnchanged, !node.isChanged, !isNew, let tag = RootTag(in: node.statics.pieces.first ?? "") {
            html += tag.before
            writePlaceholder(tag, identity)
            return
        }
        rootAttributes += identity
        try writeContent(of: node, depth: depth)
    }

    /// Writes a node that has no magic id of its own, such as the top of the tree.
    mutating func writeContent(of node: RenderedNode, depth: Int) throws(RenderedTreeError) {
        guard depth < RenderedMerge.depthLimit else { throw .tooDeep(limit: RenderedMerge.depthLimit) }
        written.append(node)
        guard let rows = node.rows else { return try writePieces(of: node, depth: depth) }
        for row in rows { try write(row, depth: depth + 1) }
        if let stream = node.stream, !rows.isEmpty || !stream.deletes.isEmpty || stream.resets {
            streams.append(stream)
        }
    }

    /// Notes that all that was written is shown, though where is not known.
    func wasShown() {
        for node in written {
            node.shown = nil
            node.wasShown()
        }
    }

    private mutating func writePieces(of node: RenderedNode, depth: Int) throws(RenderedTreeError) {
        for (index, piece) in node.statics.pieces.enumerated() {
            write(piece: piece)
            guard index < node.dynamics.count else { continue }
            try write(node.dynamics[index], depth: depth)
        }
    }

    mutating func write(_ dynamic: RenderedNode.Dynamic, depth: Int) throws(RenderedTreeError) {
        switch dynamic {
        case .text(let text): html += text
        case .node(let child): try write(child, depth: depth + 1)
        case .component(let cid): try write(component: cid, depth: depth + 1)
        }
    }

    /// Whether no tag has taken the attributes of a root yet.
    var owesAttributes: Bool { !rootAttributes.isEmpty }

    mutating func write(piece: String) {
        guard !rootAttributes.isEmpty, let tag = RootTag(in: piece) else {
            html += piece
            return
        }
        let split = piece.utf8.index(piece.startIndex, offsetBy: tag.prefixLength)
        html += piece[..<split]
        html += rootAttributes
        html += piece[split...]
        rootAttributes = ""
    }

    private mutating func writePlaceholder(_ tag: RootTag, _ identity: String) {
        html += "<\(tag.name)\(rootAttributes)\(identity) data-phx-skip></\(tag.name)>"
        rootAttributes = ""
    }
}
