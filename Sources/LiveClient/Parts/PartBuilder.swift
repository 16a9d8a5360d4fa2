import HTMLTree
import LiveProtocol

/// Makes the document's nodes for nodes of a rendered tree: from their templates, and by parsing where there is none.
///
/// What is made is not on the page yet. Roots and components that did not change, and are on the page, are represented by
/// empty elements that say to leave them alone (CLIENT.md 9.6).
struct PartBuilder {
    let tree: RenderedTree
    let document: Document
    let library: TemplateLibrary
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

    init(tree: RenderedTree, document: Document, library: TemplateLibrary, changedComponents: Set<Int>?) {
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
        _ node: RenderedNode, in context: TemplateContext, to parent: NodeID, isForced: Bool = false, depth: Int = 0
    ) throws(PartError) {
        if node.isRoot {
            let name = [Attribute(name: ViewAttribute.magicID, value: "m\(tree.magicID(of: node))-\(tree.viewID)")]
            if !isForced, !node.isChanged, represent(node, named: name, in: parent) { return }
            try build(node, named: name, in: context, to: parent, depth: depth)
        } else {
            try buildContent(of: node, in: context, to: parent, depth: depth)
        }
    }

    mutating func build(
        component cid: Int, in context: TemplateContext, to parent: NodeID, isForced: Bool = false, depth: Int = 0
    ) throws(PartError) {
        guard let node = tree.components[cid] else { throw .tree(.unknownComponent(cid)) }
        let name = [
            Attribute(name: ViewAttribute.magicID, value: "c\(cid)-\(tree.viewID)"),
            Attribute(name: ViewAttribute.component, value: String(cid)),
            Attribute(name: ViewAttribute.view, value: tree.viewID),
        ]
        if !isForced, !isToBeMade(cid, node), represent(node, named: name, in: parent) { return }
        try build(node, named: name, in: context, to: parent, depth: depth)
    }

    /// Whether a component is made, and not left alone where it is.
    private func isToBeMade(_ cid: Int, _ node: RenderedNode) -> Bool {
        changedComponents?.contains(cid) ?? true || node.isReset
    }

    private mutating func build(
        _ node: RenderedNode, named name: [Attribute], in context: TemplateContext, to parent: NodeID, depth: Int
    ) throws(PartError) {
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
        guard case .template(let shown) = node.shown else {
            _ = document.append(placeholder, to: parent)
            return true
        }
        for (entry, shownNode) in shown.nodes.enumerated() where shown.template.entries[entry].parent == nil {
            let prepared = shownNode == element ? placeholder : shown.template.entries[entry].prepared
            _ = document.append(prepared, to: parent)
        }
        return true
    }

    /// Makes what is in a node.
    mutating func buildContent(
        of node: RenderedNode, in context: TemplateContext, to parent: NodeID, depth: Int = 0
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
        guard let template = context.template(of: node) else { return try parse(node, in: context, to: parent) }
        let before = (document.lastChild(of: parent), streams.count, identity)
        do {
            let shown = ShownTemplate(template, in: context)
            try build(template.items.indices, of: node, as: shown, to: parent, depth: depth)
            note(node, as: .template(shown))
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

    // MARK: Templates

    /// Makes some items of a template; entries whose parents are not among them go to `parent`.
    private mutating func build(
        _ items: Range<Int>, of node: RenderedNode, as shown: ShownTemplate, to parent: NodeID, depth: Int
    ) throws(PartError) {
        let template = shown.template
        var index = items.lowerBound
        while index < items.upperBound {
            switch template.items[index] {
            case .entry(let entry):
                let isTop = index == items.lowerBound || template.entries[entry].parent == nil
                let holder = isTop ? parent : shown.nodes[template.entries[entry].parent ?? 0]
                shown.nodes.append(try build(entry, of: node, as: shown, to: holder))
            case .place(let place):
                let holder = template.places[place].parent.map { shown.nodes[$0] } ?? parent
                shown.contents.append(
                    try build(
                        node.dynamics[template.places[place].dynamic], at: template.places[place], to: holder,
                        depth: depth))
            }
            index += 1
        }
    }

    private mutating func build(
        _ entry: Int, of node: RenderedNode, as shown: ShownTemplate, to holder: NodeID
    ) throws(PartError) -> NodeID {
        if let source = shown.template.entries[entry].sealed {
            return try build(source, entry, of: node, as: shown, to: holder)
        }
        if shown.template.entries[entry].takesIdentity, !identity.isEmpty {
            shown.identity = (entry, identity)
            identity = []
        }
        guard shown.identity?.entry == entry || shown.template.entries[entry].attributes != nil else {
            return document.append(shown.template.entries[entry].prepared, to: holder)
        }
        return document.append(
            shown.template.entries[entry].prepared, attributes: try attributes(of: entry, of: node, as: shown),
            to: holder)
    }

    /// The attributes that an entry has now.
    mutating func attributes(
        of entry: Int, of node: RenderedNode, as shown: ShownTemplate
    ) throws(PartError) -> [Attribute] {
        var attributes = shown.template.entries[entry].prepared.attributes
        if let plan = shown.template.entries[entry].attributes {
            var unbound: [RenderedNode] = []
            attributes = try plan.attributes { index throws(PartError) in
                if case .text(let text) = node.dynamics[index] { return text }
                return try Self.text(of: node.dynamics[index], noting: &unbound, depth: 0)
            }
            note(unbound: unbound)
        }
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
        _ entry: Int, of node: RenderedNode, as old: ShownTemplate, to parent: NodeID
    ) throws(PartError) -> ShownTemplate {
        let shown = ShownTemplate(old.template, in: old.context)
        shown.identity = old.identity
        let items = old.template.entries[entry].items
        // Places and entries before those that are made are there in name only.
        shown.nodes = Array(old.nodes[..<entry])
        shown.contents = Array(old.contents[..<old.template.firstPlace(in: items)])
        try build(items, of: node, as: shown, to: parent, depth: 0)
        return shown
    }

    // MARK: Contents

    /// Makes what stands in a place.
    mutating func build(
        _ dynamic: RenderedNode.Dynamic, at place: TemplatePlace, to holder: NodeID, depth: Int = 0
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
        _ node: RenderedNode, in context: TemplateContext, to parent: NodeID
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
        _ source: SealedSource, _ entry: Int, of node: RenderedNode, as shown: ShownTemplate, to holder: NodeID
    ) throws(PartError) -> NodeID {
        let takesIdentity = shown.template.entries[entry].takesIdentity && !identity.isEmpty
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
        let context = shown.context.context(below: shown.template.path(to: entry))
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

extension [Attribute] {
    /// The attributes as they are put behind a tag's name.
    fileprivate var html: String { map { " \($0.name)=\"\($0.value)\"" }.joined() }
}
