import HTMLTree
import LiveProtocol

/// How old nodes go.
extension Patch {
    /// Removes an old node that the new tree has no place for here, once; a named one only in the end, as it may have its
    /// place elsewhere.
    func discard(_ node: NodeID) {
        guard document.isElement(node) else {
            takeOut(node)
            document.remove(node)
            return
        }
        guard !matched.contains(node) else { return }
        guard key(of: node) == nil else {
            unplaced.append(node)
            return
        }
        guard discarded.insert(node).inserted, !isKept(node) else { return }
        rescue(below: node)
        removeNow(node)
    }

    /// Whether an element, or one around it, has no place so far and goes in the end.
    func isGoing(_ node: NodeID) -> Bool {
        !unplaced.isEmpty
            && document.inclusiveAncestors(of: node).contains { unplaced.contains($0) && !matched.contains($0) }
    }

    /// Removes the named elements that got no place.
    func removeUnplaced() {
        var index = 0
        while index < unplaced.count {
            let node = unplaced[index]
            index += 1
            if document.isAlive(node), !matched.contains(node), !isKept(node) { removeNow(node) }
        }
        unplaced = []
    }

    /// Removes an element whatever would keep it.
    func removeNow(_ node: NodeID) {
        takeOut(node)
        removed.append(node)
        noteDiscarded(node)
    }

    /// Whether an element stays, or leaves by itself.
    private func isKept(_ node: NodeID) -> Bool {
        if document.hasAttribute(ViewAttribute.prune, of: node) { return false }
        if let parent = document.parent(of: node), document.attribute("id", of: node)?.isEmpty == false,
            ["stream", "append", "prepend"].contains(document.attribute(BindingName.update, of: parent))
        {
            return true
        }
        if document.hasAttribute(ViewAttribute.teleported, of: node) { return true }
        if letLeave(node) { return true }
        if document.hasAttribute(ViewAttribute.portal, of: node) { removeContent(ofPortal: node) }
        return false
    }

    /// Lets an element leave by itself, if it says how.
    func letLeave(_ node: NodeID) -> Bool {
        guard document.hasAttribute(BindingName.remove, of: node) else { return false }
        leaving.append(node)
        return true
    }

    /// Named elements in what is taken out may have their place elsewhere; those that get none go in the end.
    func rescue(below node: NodeID) {
        var current = document.firstChild(of: node)
        while let child = current {
            if document.isElement(child), let key = key(of: child), !matched.contains(child), rescuable[key] == nil {
                noteRescuable(child)
                for element in document.elements(below: child) { noteRescuable(element) }
                unplaced.append(child)
                current = document.nodeAfter(child, below: node)
            } else {
                current = document.firstChild(of: child) ?? document.nodeAfter(child, below: node)
            }
        }
    }

    /// Notes that an element can be found by its key, and by its magic id where that is not its key.
    private func noteRescuable(_ element: NodeID) {
        guard let key = key(of: element) else { return }
        if rescuable[key] == nil { rescuable[key] = element }
        guard let magic = document.attribute(ViewAttribute.magicID, of: element) else { return }
        if rescuable[.placeholder(magic)] == nil { rescuable[.placeholder(magic)] = element }
    }

    /// A view whose container goes is left at once.
    func noteDiscarded(_ node: NodeID) {
        guard page.views.count > 1 else { return }
        for element in [node] + document.elements(below: node)
        where document.hasAttribute(ViewAttribute.session, of: element) {
            guard !isRescuable(element), let id = document.attribute("id", of: element),
                let view = page.views[id], view.container == element
            else { continue }
            host.destroy(view)
        }
    }

    private func isRescuable(_ element: NodeID) -> Bool {
        guard let key = key(of: element) else { return false }
        return rescuable[key] == element
    }
}
