import HTMLTree
import LiveProtocol

/// What streams do in a patch: their items come where their operations say, stay by themselves, and go by name.
extension Patch {
    /// Takes out what resets, deletes and joins remove, keeping aside what comes in again.
    func startStreams() {
        for operation in streams.operations {
            if operation.resets {
                for node in items(of: operation.reference) { takeItem(node) }
            }
            for id in operation.deletes {
                if let node = document.element(withID: id) { takeItem(node) }
            }
        }
        guard isJoin else { return }
        markPrunable()
        let containers = document.elements(below: top).filter {
            document.attribute(BindingName.update, of: $0) == "stream" && page.views.owns(view, $0)
        }
        for container in containers {
            for child in document.children(of: container).filter(document.isElement) {
                takeItem(child, isForced: true)
            }
        }
    }

    /// A join does away with the items of appended and prepended lists that it does not bring again.
    private func markPrunable() {
        for container in document.elements(below: top)
        where ["append", "prepend"].contains(document.attribute(BindingName.update, of: container)) {
            for child in document.children(of: container).filter(document.isElement) {
                document.setAttribute(ViewAttribute.prune, to: "", of: child)
            }
        }
    }

    /// The items of a stream on the page, in document order.
    private func items(of reference: String) -> [NodeID] {
        nodes.states.filter { $0.value.stream == reference && document.isAlive($0.key) }.map(\.key)
            .filter(document.isConnected).sorted(by: document.precedes)
    }

    /// Puts a node at the end of its parent, or where its stream says.
    func insert(_ node: NodeID, into parent: NodeID, before end: NodeID?) {
        guard let item = item(of: node) else { return put(node, into: parent, before: end) }
        nodes[node].stream = item.reference
        let sibling: NodeID?
        switch item.insert.at {
        case 0: sibling = document.firstChild(of: parent)
        case ..<0:
            let endsWithOther = lastElement(of: parent).map { reference(of: $0) == nil } ?? false
            sibling = endsWithOther ? element(in: parent) { reference(of: $0) == nil } : nil
        case let place: sibling = element(place, of: parent)
        }
        put(node, into: parent, before: sibling)
    }

    private func lastElement(of parent: NodeID) -> NodeID? {
        var child = document.lastChild(of: parent)
        while let node = child, !document.isElement(node) { child = document.previousSibling(of: node) }
        return child
    }

    private func element(_ place: Int, of parent: NodeID) -> NodeID? {
        var rest = place
        return element(in: parent) { _ in
            defer { rest -= 1 }
            return rest == 0
        }
    }

    private func element(in parent: NodeID, where isWanted: (NodeID) -> Bool) -> NodeID? {
        document.children(of: parent).first { document.isElement($0) && isWanted($0) }
    }

    /// Moves an item that is new, or that a reset places anew, to where its operation says, and keeps its stream to its
    /// limit.
    func reorder(_ node: NodeID, isNew: Bool = false) {
        guard let item = item(of: node) else { return }
        nodes[node].stream = item.reference
        guard isNew || item.resets, let parent = document.parent(of: node), document.isElement(parent) else { return }
        if item.insert.at >= 0 { move(node, to: item.insert.at, in: parent) }
        guard let limit = item.insert.limit else { return }
        let children = document.children(of: parent).filter(document.isElement)
        let excess = children.count - abs(limit)
        guard excess > 0 else { return }
        for child in limit < 0 ? children.prefix(excess) : children.suffix(excess) {
            // What is no item comes again with the next patch that looks at the list.
            if reference(of: child) == nil { document.noteEdit(of: parent) }
            takeItem(child)
        }
    }

    /// What has the focus keeps it, as in a browser's `moveBefore`.
    private func move(_ node: NodeID, to place: Int, in parent: NodeID) {
        if place == 0 {
            if let first = element(0, of: parent), first != node { document.insert(node, into: parent, before: first) }
            return
        }
        let children = document.children(of: parent).filter(document.isElement)
        guard let present = children.firstIndex(of: node) else { return }
        if place >= children.count - 1 {
            document.insert(node, into: parent, before: nil)
        } else if present > place {
            document.insert(node, into: parent, before: children[place])
        } else if present < place {
            document.insert(node, into: parent, before: children[place + 1])
        }
    }

    /// Takes an item out; it goes aside if it comes in again, and leaves by itself if it says how.
    private func takeItem(_ node: NodeID, isForced: Bool = false) {
        guard isForced || page.views.owns(view, node) else { return }
        if let id = document.attribute("id", of: node), streams.items[id] != nil {
            takeOut(node)
            streams.stash(node, id: id)
        } else if !letLeave(node) {
            removeNow(node)
        }
        // What goes during the walk is known to it already: its new element is made alike, and stays away.
        if !work.isEmpty, let key = key(of: node), document.parent(of: node) == nil { rescuable[key] = node }
    }

    private func item(of node: NodeID) -> StreamPatch.Item? {
        streams.items.isEmpty ? nil : document.attribute("id", of: node).flatMap { streams.items[$0] }
    }

    private func reference(of node: NodeID) -> String? {
        nodes.has(node) ? nodes[node].stream : nil
    }
}
