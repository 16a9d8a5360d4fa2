import HTMLTree
import LiveProtocol

/// Ties a view's tree to the page that came before its first join, where that is just what the tree makes: nothing has to
/// be made then, and compared with what is there.
///
/// It gives up on all that has rules of its own in patches. The page has to be patched then, as texts may have been cut
/// where their parts meet.
struct PageAdoption {
    private let tree: RenderedTree
    private let document: Document
    private var builder: PartBuilder
    /// The nodes of the tree that are tied to the page.
    private(set) var adopted: [RenderedNode] = []
    /// The elements that have a hook, in document order.
    private(set) var hooked: [NodeID] = []
    /// The outermost elements of parts, with the attributes that name them.
    private var named: [(element: NodeID, name: [Attribute])] = []
    /// The names that the next element takes.
    private var identity: [Attribute] = []

    /// Where among the children of an element the next part is looked for.
    private struct Level {
        /// The entry of the element; nil for the container.
        var entry: Int?
        var element: NodeID
        var next: NodeID?
    }

    /// The elements around the next part, the innermost last.
    private var levels: [Level] = []
    /// What is left of the text before the next part, of which the first parts were found.
    private var rest: Substring?

    init(of tree: RenderedTree, in document: Document, library: SkeletonLibrary) {
        self.tree = tree
        self.document = document
        builder = PartBuilder(tree: tree, document: document, library: library, changedComponents: nil)
    }

    /// Ties the tree to what is in a container.
    ///
    /// - Returns: False when that is not what the tree makes.
    mutating func adopt(_ container: NodeID) -> Bool {
        levels = [Level(entry: nil, element: container, next: document.firstChild(of: container))]
        guard adoptContent(of: tree.root, in: builder.library.root, depth: 0), isAtEnd, identity.isEmpty
        else {
            for node in adopted + builder.built { node.forgetShown() }
            return false
        }
        for (element, name) in named {
            for attribute in name { document.setAttribute(attribute.name, to: attribute.value, of: element) }
        }
        for node in adopted + builder.built { node.wasShown() }
        return true
    }

    /// The elements that were named as those of components.
    var componentElements: [NodeID] {
        named.compactMap { element, name in name.contains { $0.name == ViewAttribute.component } ? element : nil }
    }

    /// Whether nothing is left in the present element.
    private var isAtEnd: Bool { rest == nil && levels[levels.count - 1].next == nil }

    // MARK: Nodes

    private mutating func adopt(_ node: RenderedNode, in context: SkeletonContext, depth: Int) -> Bool {
        if node.isRoot { take(tree.name(of: node)) }
        return adoptContent(of: node, in: context, depth: depth)
    }

    /// Lets the next element take a name too.
    private mutating func take(_ name: RootName) {
        let attributes = name.attributes(inViewWithID: tree.viewID)
        if identity.isEmpty { identity = attributes } else { identity += attributes }
    }

    private mutating func adoptContent(of node: RenderedNode, in context: SkeletonContext, depth: Int) -> Bool {
        guard depth < RenderedMerge.depthLimit, node.stream == nil else { return false }
        if let rows = node.rows {
            for row in rows {
                guard adopt(row, in: context, depth: depth + 1) else { return false }
            }
            note(node, as: .rows(context))
            return true
        }
        guard let skeleton = node.skeleton(in: context) else { return false }
        let shown = ShownSkeleton(skeleton, in: context, reserves: false)
        guard adoptItems(of: node, as: shown, depth: depth) else { return false }
        note(node, as: .skeleton(shown))
        return true
    }

    private mutating func note(_ node: RenderedNode, as shown: Shown) {
        node.shown = shown
        adopted.append(node)
    }

    private mutating func adoptItems(of node: RenderedNode, as shown: ShownSkeleton, depth: Int) -> Bool {
        let skeleton = shown.skeleton
        let outer = levels.count
        var nodes: [NodeID] = []
        nodes.reserveCapacity(skeleton.entries.count)
        var contents: [ShownContent] = []
        contents.reserveCapacity(skeleton.places.count)
        for item in skeleton.items {
            switch item {
            case .entry(let entry):
                guard close(to: skeleton.entries[entry].parent, outer), let found = find(entry, of: node, as: shown)
                else {
                    return false
                }
                nodes.append(found)
                guard skeleton.entries[entry].prepared.kind == .element else { continue }
                levels.append(Level(entry: entry, element: found, next: document.firstChild(of: found)))
            case .place(let place):
                guard close(to: skeleton.places[place].parent, outer),
                    let content = adopt(
                        node.dynamics[skeleton.places[place].dynamic], at: skeleton.places[place], depth)
                else { return false }
                contents.append(content)
            }
        }
        shown.nodes = nodes
        shown.contents = contents
        return close(to: nil, outer)
    }

    /// Leaves the elements up to the one of an entry, if nothing is left in them.
    ///
    /// - Parameter outer: The number of elements around the skeleton's own.
    private mutating func close(to entry: Int?, _ outer: Int) -> Bool {
        while levels.count > outer, levels[levels.count - 1].entry != entry {
            guard isAtEnd else { return false }
            levels.removeLast()
        }
        return true
    }

    private mutating func adopt(
        _ dynamic: RenderedNode.Dynamic, at place: Skeleton.Place, _ depth: Int
    ) -> ShownContent? {
        switch dynamic {
        case .text(""): return .nothing
        case .text(let html): return place.text(of: html).flatMap { find(text: $0) }.map { .text($0) }
        case .node(let child): return adopt(child, in: place.context, depth: depth + 1) ? .node(child) : nil
        case .component(let cid):
            guard let component = tree.components[cid] else { return nil }
            take(.component(cid))
            return adoptContent(of: component, in: place.context, depth: depth + 1) ? .component(cid) : nil
        }
    }

    // MARK: The document's nodes

    private mutating func find(_ entry: Int, of node: RenderedNode, as shown: ShownSkeleton) -> NodeID? {
        let skeleton = shown.skeleton
        let kind = skeleton.entries[entry].prepared.kind
        if kind == .text { return find(text: skeleton.entries[entry].prepared.text) }
        guard rest == nil, let found = levels[levels.count - 1].next, document.kind(of: found) == kind else {
            return nil
        }
        levels[levels.count - 1].next = document.nextSibling(of: found)
        switch kind {
        case .comment: return document.text(of: found) == skeleton.entries[entry].prepared.text ? found : nil
        case .element: return isElement(found, entry, of: node, as: shown) ? found : nil
        case .document, .doctype, .fragment, .text: return nil
        }
    }

    private mutating func isElement(
        _ found: NodeID, _ entry: Int, of node: RenderedNode, as shown: ShownSkeleton
    ) -> Bool {
        let skeleton = shown.skeleton
        guard skeleton.entries[entry].sealed == nil,
            document.name(of: found) == skeleton.entries[entry].prepared.name
        else { return false }
        if skeleton.entries[entry].takesIdentity, !identity.isEmpty {
            shown.identity = (entry, identity)
            named.append((found, identity))
            identity = []
        }
        let attributes = document.attributes(of: found)
        if skeleton.entries[entry].attributes == nil {
            guard attributes == skeleton.entries[entry].prepared.attributes else { return false }
        } else {
            let isPlain = skeleton.entries[entry].attributes?.plainlyGives(attributes) { index in
                if case .text(let text) = node.dynamics[index] { text } else { nil }
            }
            if isPlain != true {
                guard let wanted = try? builder.ownAttributes(of: entry, of: node, as: shown), attributes == wanted
                else { return false }
            }
        }
        for attribute in attributes {
            // Nearly all attributes are known by their first letter to be none of these.
            guard let first = attribute.name.utf8.first, first == UInt8(ascii: "p") || first == UInt8(ascii: "d") else {
                continue
            }
            switch attribute.name {
            case BindingName.hook, ViewAttribute.hook: hooked.append(found)
            case BindingName.triggerAction, BindingName.update, ViewAttribute.update, ViewAttribute.session,
                ViewAttribute.parentID, ViewAttribute.sticky, ViewAttribute.portal, ViewAttribute.magicID:
                return false
            case _: continue
            }
        }
        return true
    }

    /// Finds a text, which may be a part of one on the page: that is cut then.
    private mutating func find(text: String) -> NodeID? {
        guard !text.isEmpty else { return nil }
        let level = levels[levels.count - 1]
        if let present = rest {
            guard present.utf8.starts(with: text.utf8) else { return nil }
            let part = document.insert(text: text, into: level.element, before: level.next)
            keep(present.utf8.dropFirst(text.utf8.count))
            return part
        }
        guard let found = level.next, document.isText(found) else { return nil }
        let present = document.text(of: found)
        if present != text {
            guard present.utf8.starts(with: text.utf8) else { return nil }
            document.setText(text, of: found)
            keep(present.utf8.dropFirst(text.utf8.count))
        }
        levels[levels.count - 1].next = document.nextSibling(of: found)
        return found
    }

    private mutating func keep(_ text: Substring.UTF8View) { rest = text.isEmpty ? nil : Substring(text) }
}
