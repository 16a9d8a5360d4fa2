import HTMLTree
import LiveProtocol

extension LiveClient {
    /// The view that owns an element: the one in whose container it is, by the source for content of a portal.
    func view(owning node: NodeID) -> ViewChannel? {
        var current: NodeID? = node
        while let node = current {
            if document.hasAttribute(ViewAttribute.session, of: node), let id = document.attribute("id", of: node) {
                // The container of a view that was left may still show: it belongs to nobody.
                return page.views[id].flatMap { $0.container == node && !$0.isDestroyed ? $0 : nil }
            }
            current = logicalParent(of: node)
        }
        return nil
    }

    /// What an element is in: for content of a portal, its template.
    func logicalParent(of node: NodeID) -> NodeID? {
        (page.nodes.has(node) ? page.nodes[node].portalSource : nil) ?? document.parent(of: node)
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

    func owns(_ view: ViewChannel, _ node: NodeID) -> Bool { self.view(owning: node) === view }

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
                if document.isElement(node), !isNested, node == top || !isFromPortal(node) {
                    owned.append(node)
                    if let content = page.nodes.has(node) ? page.nodes[node].portalContent : nil {
                        tops.append(content)
                    }
                }
                current = following(node, below: top, skippingChildren: isNested || (node != top && isFromPortal(node)))
            }
        }
        return owned
    }

    private func isFromPortal(_ node: NodeID) -> Bool {
        page.nodes.has(node) && page.nodes[node].portalSource != nil
    }

    /// The next node in document order, without leaving the subtree of `top`.
    private func following(_ node: NodeID, below top: NodeID, skippingChildren: Bool) -> NodeID? {
        if !skippingChildren, let child = document.firstChild(of: node) { return child }
        return document.nodeAfter(node, below: top)
    }
}

extension LiveClient {
    /// What the session of the main view holds; nil when there is none, or it cannot be seen.
    public var inspection: Inspection? {
        guard let view = page.mainView else { return nil }
        return (page.transport as? any Inspectable)?.inspect(topic: view.topic)
    }
}
