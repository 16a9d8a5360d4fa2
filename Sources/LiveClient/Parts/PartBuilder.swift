import HTMLTree
import LiveProtocol

/// Makes the document's nodes for nodes of a rendered tree: from their skeletons, and by parsing where there is none.
///
/// What is made is not on the page yet. Roots and components that did not change, and are on the page, are represented
/// by empty elements that say to leave them alone (TheWire.md, "Unchanged roots").
struct PartBuilder {
    let tree: RenderedTree
    let document: Document
    let library: SkeletonLibrary
    let shownNodes: ShownNodes
    /// The components that the diff changed: others stay as they are; nil when all are made.
    let changedComponents: Set<Int>?
    /// The stream operations met.
    private(set) var streams: [StreamDiff] = []
    /// The nodes that were made anew.
    private(set) var built: [RenderedNode] = []
    /// How often HTML had to be parsed.
    private(set) var parseCount = 0
    /// The attributes of roots that the next element takes.
    private var identity: [Attribute] = []

    init(tree: RenderedTree, document: Document, library: SkeletonLibrary, changedComponents: Set<Int>?) {
        self.changedComponents = changedComponents
        self.tree = tree
        self.document = document
        self.library = library
        shownNodes = ShownNodes(tree: tree, document: document)
    }

    /// Makes a node at the end of a parent.
    ///
    /// - Parameter isForced: Whether it is made even if it did not change.
    mutating func build(
        _ node: RenderedNode, in context: SkeletonContext, to parent: NodeID, isForced: Bool = false, depth: Int = 0
    ) throws(PartError) {
        guard node.isRoot else { return try buildContent(of: node, in: context, to: parent, depth: depth) }
        try build(
            node, named: tree.name(of: node), isUnchanged: !isForced && !node.isChanged, in: context, to: parent,
            depth: depth)
    }

    mutating func build(
        component cid: Int, in context: SkeletonContext, to parent: NodeID, isForced: Bool = false, depth: Int = 0
    ) throws(PartError) {
        guard let node = tree.components[cid] else { throw .tree(.unknownComponent(cid)) }
        let isUnchanged = !isForced && !node.isReset && !(changedComponents?.contains(cid) ?? true)
        try build(node, named: .component(cid), isUnchanged: isUnchanged, in: context, to: parent, depth: depth)
    }

    /// Makes a node with what names its outermost element: only that, where it did not change.
    private mutating func build(
        _ node: RenderedNode, named name: RootName, isUnchanged: Bool, in context: SkeletonContext, to parent: NodeID,
        depth: Int
    ) throws(PartError) {
        let name = name.attributes(inViewWithID: tree.viewID)
        if isUnchanged, represent(node, named: name, in: parent) { return }
        let before = identity
        identity += name
        do {
            try buildContent(of: node, in: context, to: parent, depth: depth)
        } catch {
            identity = before
            throw error
        }
    }

    /// Stands an empty element in for a root that did not change, with the comments and white space around it.
    private mutating func represent(_ node: RenderedNode, named name: [Attribute], in parent: NodeID) -> Bool {
        guard !node.isBuilt, let element = shownNodes.rootElement(of: node) else { return false }
        let attributes = identity + name + [Attribute(name: ViewAttribute.skip, value: "")]
        identity = []
        let placeholder = PreparedNode(element, in: document, attributes: attributes)
        guard case .skeleton(let shown) = node.shown else {
            _ = document.append(placeholder, to: parent)
            return true
        }
        for (entry, shownNode) in shown.nodes.enumerated() where shown.skeleton.entries[entry].parent == nil {
            let prepared = shownNode == element ? placeholder : shown.skeleton.entries[entry].prepared
            _ = document.append(prepared, to: parent)
        }
        return true
    }

    /// Makes what is in a node.
    mutating func buildContent(
        of node: RenderedNode, in context: SkeletonContext, to parent: NodeID, depth: Int = 0
    ) throws(PartError) {
        guard depth < RenderedMerge.depthLimit else { throw .tree(.tooDeep(limit: RenderedMerge.depthLimit)) }
        if let rows = node.rows {
            for row in rows { try build(row, in: context, to: parent, depth: depth + 1) }
            if let stream = node.stream, !rows.isEmpty || !stream.deletes.isEmpty || stream.resets {
                streams.append(stream)
            }
            note(node, as: .rows(context))
            return
        }
        guard let skeleton = node.skeleton(in: context) else { return try parse(node, in: context, to: parent) }
        let before = (document.lastChild(of: parent), streams.count, identity)
        do {
            let shown = ShownSkeleton(skeleton, in: context)
            try build(skeleton.items.indices, of: node, as: shown, to: parent, depth: depth)
            note(node, as: .skeleton(shown))
        } catch .notComposable {
            while let last = document.lastChild(of: parent), last != before.0 { document.remove(last) }
            streams.removeLast(streams.count - before.1)
            identity = before.2
            try parse(node, in: context, to: parent)
        }
    }

    private mutating func note(_ node: RenderedNode, as shown: Shown) {
        node.shown = shown
        node.isBuilt = true
        built.append(node)
    }

    /// Notes nodes that are shown as a part of other nodes' HTML.
    mutating func note(unbound nodes: [RenderedNode]) {
        for node in nodes {
            node.shown = nil
            built.append(node)
        }
    }

    // MARK: Skeletons

    /// Makes some items of a skeleton; entries whose parents are not among them go to `parent`.
    private mutating func build(
        _ items: Range<Int>, of node: RenderedNode, as shown: ShownSkeleton, to parent: NodeID, depth: Int
    ) throws(PartError) {
        let skeleton = shown.skeleton
        var index = items.lowerBound
        while index < items.upperBound {
            switch skeleton.items[index] {
            case .entry(let entry):
                let isTop = index == items.lowerBound || skeleton.entries[entry].parent == nil
                let holder = isTop ? parent : shown.nodes[skeleton.entries[entry].parent ?? 0]
                shown.nodes.append(try build(entry, of: node, as: shown, to: holder))
            case .place(let place):
                let holder = skeleton.places[place].parent.map { shown.nodes[$0] } ?? parent
                shown.contents.append(
                    try build(
                        node.dynamics[skeleton.places[place].dynamic], at: skeleton.places[place], to: holder,
                        depth: depth))
            }
            index += 1
        }
    }

    private mutating func build(
        _ entry: Int, of node: RenderedNode, as shown: ShownSkeleton, to holder: NodeID
    ) throws(PartError) -> NodeID {
        if let source = shown.skeleton.entries[entry].sealed {
            return try build(source, entry, of: node, as: shown, to: holder)
        }
        if shown.skeleton.entries[entry].takesIdentity, !identity.isEmpty {
            shown.identity = (entry, identity)
            identity = []
        }
        guard shown.identity?.entry == entry || shown.skeleton.entries[entry].attributes != nil else {
            return document.append(shown.skeleton.entries[entry].prepared, to: holder)
        }
        return document.append(
            shown.skeleton.entries[entry].prepared, attributes: try attributes(of: entry, of: node, as: shown),
            to: holder)
    }

    /// The attributes that an entry has now, but for those that name a root.
    mutating func ownAttributes(
        of entry: Int, of node: RenderedNode, as shown: ShownSkeleton
    ) throws(PartError) -> [Attribute] {
        guard let plan = shown.skeleton.entries[entry].attributes else {
            return shown.skeleton.entries[entry].prepared.attributes
        }
        var unbound: [RenderedNode] = []
        let planned = try plan.attributes { index throws(PartError) in
            if case .text(let text) = node.dynamics[index] { return text }
            return try Self.text(of: node.dynamics[index], noting: &unbound, depth: 0)
        }
        guard let planned else { throw .notComposable }
        note(unbound: unbound)
        return planned
    }

    /// The attributes that an entry has now.
    mutating func attributes(
        of entry: Int, of node: RenderedNode, as shown: ShownSkeleton
    ) throws(PartError) -> [Attribute] {
        let attributes = try ownAttributes(of: entry, of: node, as: shown)
        guard let identity = shown.identity, identity.entry == entry else { return attributes }
        var all: [Attribute] = []
        for attribute in identity.attributes + attributes where !all.contains(where: { $0.name == attribute.name }) {
            all.append(attribute)
        }
        return all
    }

    /// The HTML of a dynamic that stands within a tag.
    private static func text(
        of dynamic: RenderedNode.Dynamic, noting nodes: inout [RenderedNode], depth: Int
    ) throws(PartError) -> String {
        guard depth < RenderedMerge.depthLimit else { throw .tree(.tooDeep(limit: RenderedMerge.depthLimit)) }
        switch dynamic {
        case .text(let text): return text
        case .component: throw .notComposable
        case .node(let node):
            guard !node.isRoot, node.stream == nil else { throw .notComposable }
            nodes.append(node)
            var text = ""
            if let rows = node.rows {
                for row in rows { text += try self.text(of: .node(row), noting: &nodes, depth: depth + 1) }
                return text
            }
            for (index, piece) in node.statics.pieces.enumerated() {
                text += piece
                guard index < node.dynamics.count else { continue }
                text += try self.text(of: node.dynamics[index], noting: &nodes, depth: depth + 1)
            }
            return text
        }
    }

    /// Makes one entry anew with all that is in it, to be compared with what is on the page.
    mutating func rebuild(
        _ entry: Int, of node: RenderedNode, as old: ShownSkeleton, to parent: NodeID
    ) throws(PartError) -> ShownSkeleton {
        let shown = ShownSkeleton(old.skeleton, in: old.context)
        shown.identity = old.identity
        let items = old.skeleton.entries[entry].items
        // Places and entries before those that are made are there in name only.
        shown.nodes = Array(old.nodes[..<entry])
        shown.contents = Array(old.contents[..<old.skeleton.firstPlace(in: items)])
        try build(items, of: node, as: shown, to: parent, depth: 0)
        return shown
    }

    // MARK: Contents

    /// Makes what stands in a place.
    mutating func build(
        _ dynamic: RenderedNode.Dynamic, at place: Skeleton.Place, to holder: NodeID, depth: Int = 0
    ) throws(PartError) -> ShownContent {
        switch dynamic {
        case .text(let html):
            guard !html.isEmpty else { return .nothing }
            if let text = place.text(of: html) { return .text(document.append(text: text, to: holder)) }
            guard !place.dropsLineFeed else { throw .notComposable }
            parseCount += 1
            guard let content = library.parse(html, in: place.context) else { throw .notComposable }
            content.move(to: holder, in: document)
            return .markup(content.nodes)
        case .node(let node):
            try build(node, in: place.context, to: holder, depth: depth + 1)
            return .node(node)
        case .component(let cid):
            try build(component: cid, in: place.context, to: holder, depth: depth + 1)
            return .component(cid)
        }
    }

    // MARK: Parsing

    /// Makes a node by writing and parsing its HTML.
    private mutating func parse(
        _ node: RenderedNode, in context: SkeletonContext, to parent: NodeID
    ) throws(PartError) {
        var writer = RenderedWriter(
            tree, skipsUnchanged: true, changedComponents: changedComponents, rootAttributes: identity.html)
        do { try writer.writeContent(of: node, depth: 0) } catch { throw .tree(error) }
        parseCount += 1
        guard let content = library.parse(writer.html, in: context) else { throw .notComposable }
        content.move(to: parent, in: document)
        if !writer.owesAttributes { identity = [] }
        streams += writer.streams
        note(unbound: writer.written)
        note(node, as: .markup(content.nodes, context))
    }

    /// Makes an element whose inside cannot be cut into parts.
    private mutating func build(
        _ source: Skeleton.SealedSource, _ entry: Int, of node: RenderedNode, as shown: ShownSkeleton, to holder: NodeID
    ) throws(PartError) -> NodeID {
        let takesIdentity = shown.skeleton.entries[entry].takesIdentity && !identity.isEmpty
        if takesIdentity {
            shown.identity = (entry, identity)
            identity = []
        }
        let attributes = shown.identity?.entry == entry ? shown.identity?.attributes ?? [] : []
        var writer = RenderedWriter(
            tree, skipsUnchanged: true, changedComponents: changedComponents, rootAttributes: attributes.html)
        do {
            for (index, piece) in source.pieces.enumerated() {
                writer.write(piece: piece)
                guard index < source.dynamics.count else { continue }
                try writer.write(node.dynamics[source.dynamics.lowerBound + index], depth: 0)
            }
        } catch { throw .tree(error) }
        parseCount += 1
        let context = shown.context.context(below: shown.skeleton.path(to: entry))
        guard let content = library.parse(writer.html, in: context) else { throw .notComposable }
        guard content.nodes.count == 1, document.isElement(content.nodes[0]) else {
            content.free(in: document)
            throw .notComposable
        }
        content.move(to: holder, in: document)
        streams += writer.streams
        note(unbound: writer.written)
        return content.nodes[0]
    }
}
