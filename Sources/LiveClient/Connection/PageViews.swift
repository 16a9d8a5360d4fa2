import HTMLTree
import OrderedCollections

/// The live views of a page, and what of the page belongs to which of them.
final class PageViews {
    private let document: Document
    private let nodes: NodeTable
    private let bindings: BindingIndex
    private var channels: OrderedDictionary<String, ViewChannel> = [:]

    init(document: Document, nodes: NodeTable, bindings: BindingIndex) {
        self.document = document
        self.nodes = nodes
        self.bindings = bindings
    }

    // MARK: The views

    /// All views, in the order of their coming.
    var all: some RandomAccessCollection<ViewChannel> { channels.values }

    var count: Int { channels.count }

    var main: ViewChannel? { channels.values.first(where: \.isMain) }

    /// The view whose container has an id.
    subscript(id: String) -> ViewChannel? { channels[id] }

    func view(onTopic topic: String) -> ViewChannel? { channels.values.first { $0.topic == topic } }

    func add(_ view: ViewChannel) { channels[view.id] = view }

    /// Forgets a view, unless another one has its id by now.
    func remove(_ view: ViewChannel) {
        if channels[view.id] === view { channels[view.id] = nil }
    }

    /// The view in whose HTML another one's container is.
    func parent(of view: ViewChannel) -> ViewChannel? { view.parentID.flatMap { channels[$0] } }

    func children(of view: ViewChannel) -> [ViewChannel] { channels.values.filter { $0.parentID == view.id } }

    /// The view at the top of those that a view is nested in.
    func family(of view: ViewChannel) -> ViewChannel {
        var root = view
        while let parent = parent(of: root) { root = parent }
        return root
    }

    /// Makes the private copy of a locked element, whose marks are marks of the same view.
    func copyLocked(_ node: NodeID) -> NodeID {
        document.copy(node) { original, copy in
            if let state = nodes.state(of: original) { nodes[copy] = state.forCopy }
            if let source = document.attribute(PendingMark.source, of: original) { channels[source]?.locks.note(copy) }
        }
    }

    // MARK: What belongs to them

    /// The view that owns an element: the one in whose container it is, by the source for content of a portal.
    func view(owning node: NodeID) -> ViewChannel? {
        var current: NodeID? = node
        while let node = current {
            if document.hasAttribute(ViewAttribute.session, of: node), let id = document.attribute("id", of: node) {
                // The container of a view that was left may still show: it belongs to nobody.
                return channels[id].flatMap { $0.container == node && !$0.isDestroyed ? $0 : nil }
            }
            current = logicalParent(of: node)
        }
        return nil
    }

    func owns(_ view: ViewChannel, _ node: NodeID) -> Bool { self.view(owning: node) === view }

    /// What an element is in: for content of a portal, its template.
    func logicalParent(of node: NodeID) -> NodeID? { nodes.state(of: node)?.portalSource ?? document.parent(of: node) }

    /// Whether a node is in an element, or shown by a portal that is.
    func isInside(_ node: NodeID, _ element: NodeID) -> Bool {
        var current: NodeID? = node
        while let node = current {
            if node == element { return true }
            current = document.contains(element, node) ? document.parent(of: node) : logicalParent(of: node)
        }
        return false
    }

    /// The component of a view that an element is in, itself included.
    func component(at node: NodeID, of view: ViewChannel) -> Int? {
        var current: NodeID? = node
        while let node = current {
            if let cid = document.attribute(ViewAttribute.component, of: node), owns(view, node) { return Int(cid) }
            if node == view.container { return nil }
            current = logicalParent(of: node)
        }
        return nil
    }

    /// Makes changes that name elements as those of components, and change nothing else that views look for.
    ///
    /// - Parameter change: Gives those elements.
    func nameComponents(_ change: () -> [NodeID]) { bindings.pass(over: change) }

    /// The element that stands for a component of a view.
    func element(ofComponent cid: Int, in view: ViewChannel) -> NodeID? {
        bindings.element(ofComponent: cid, inViewWithID: view.id)
    }

    /// All elements that a view owns, its container first; one walk that spares nested views.
    func ownedElements(of view: ViewChannel) -> [NodeID] {
        var owned: [NodeID] = []
        var tops = [view.container]
        while let top = tops.popLast(), document.isAlive(top) {
            var current: NodeID? = top
            while let node = current {
                let isNested = node != top && document.hasAttribute(ViewAttribute.session, of: node)
                let isElsewhere = node != top && nodes.state(of: node)?.portalSource != nil
                if document.isElement(node), !isNested, !isElsewhere {
                    owned.append(node)
                    if let content = nodes.state(of: node)?.portalContent { tops.append(content) }
                }
                current = following(node, below: top, skippingChildren: isNested || isElsewhere)
            }
        }
        return owned
    }

    /// The elements with hooks and commands for the life of a view that it owns, in the order of `ownedElements`.
    func lifecycleElements(of view: ViewChannel) -> [NodeID] {
        let hasPortals = nodes.states.values.contains { $0.portalContent != nil }
        if hasPortals { return ownedElements(of: view) }
        return bindings.elements(.lifecycle).filter { owns(view, $0) }
    }

    /// The next node in document order, without leaving the subtree of `top`.
    private func following(_ node: NodeID, below top: NodeID, skippingChildren: Bool) -> NodeID? {
        if !skippingChildren, let child = document.firstChild(of: node) { return child }
        return document.nodeAfter(node, below: top)
    }
}

/// Whom a push is for: a view, or a component in it.
package struct PushTarget {
    var view: ViewChannel
    var component: Int?
    /// The element that a selector found.
    var element: NodeID?
}
