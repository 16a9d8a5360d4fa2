import LiveProtocol

/// Writes a rendered tree as HTML, leaving out what did not change (TheWire.md, "Unchanged roots").
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
        let isUnchanged = !node.isReset && !(changedComponents?.contains(cid) ?? true)
        try write(node, named: .component(cid), isUnchanged: isUnchanged, depth: depth)
    }

    mutating func write(_ node: RenderedNode, depth: Int = 0) throws(RenderedTreeError) {
        guard node.isRoot else { return try writeContent(of: node, depth: depth) }
        let isUnchanged = !node.isChanged && node.magicID != nil
        try write(node, named: tree.name(of: node), isUnchanged: isUnchanged, depth: depth)
    }

    /// Writes a node with what names its outermost element: only that, where it did not change.
    private mutating func write(
        _ node: RenderedNode, named name: RootName, isUnchanged: Bool, depth: Int
    ) throws(RenderedTreeError) {
        rootAttributes += name.attributes(inViewWithID: tree.viewID).html
        guard skipsUnchanged, isUnchanged, let tag = RootTag(in: node.statics.pieces.first ?? "") else {
            return try writeContent(of: node, depth: depth)
        }
        html += "\(tag.before)<\(tag.name)\(rootAttributes) \(ViewAttribute.skip)></\(tag.name)>"
        rootAttributes = ""
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
}

/// Where the first tag of a piece of HTML has its name, so that attributes can be put behind it.
private struct RootTag {
    /// The number of bytes up to the end of the name.
    var prefixLength: Int
    var name: String
    /// The white space and comments before the tag.
    var before: Substring

    /// Finds the first tag after white space and comments; nil when the piece has none, or something else before it.
    init?(in piece: String) {
        var piece = piece
        guard let range = piece.withUTF8({ Self.nameRange(in: $0) }) else { return nil }
        prefixLength = range.upperBound
        let start = piece.utf8.index(piece.startIndex, offsetBy: range.lowerBound)
        before = piece[..<piece.utf8.index(before: start)]
        name = String(piece[start..<piece.utf8.index(start, offsetBy: range.count)])
    }

    private static func nameRange(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var place = 0
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") || bytes[place...].starts(with: "<!--".utf8) {
            if bytes[place] == UInt8(ascii: "<") {
                place += 4
                while place < bytes.count, !bytes[place...].starts(with: "-->".utf8) { place += 1 }
                place += 3
            } else if bytes[place] <= UInt8(ascii: " ") {
                place += 1
            } else {
                return nil
            }
        }
        guard place < bytes.count else { return nil }
        let start = place + 1
        var end = start
        while end < bytes.count, isNamePart(bytes[end]) { end += 1 }
        return end > start ? start..<end : nil
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        byte > UInt8(ascii: " ") && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }
}
