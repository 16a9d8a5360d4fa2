import HTMLTree
import LiveProtocol

extension Patch {
    /// Takes out what resets, deletes and joins remove, keeping aside what comes in again.
    ///
    /// A join removes whatever is in a stream: the page before it may have been rendered without the client, which then
    /// knows of no items.
    func startStreams() {
        if isJoin {
            for node in document.elements(below: top).filter({ isStreamContainer($0) && client.owns(view, $0) }) {
                for child in Array(document.children(of: node)) where document.isElement(child) { takeItem(child) }
            }
        }
        for operation in streams.operations {
            if operation.resets {
                let items = client.page.nodes.states.filter { $0.value.stream == operation.reference }.map(\.key)
                for node in items where document.isAlive(node) && client.owns(view, node) { takeItem(node) }
            }
            for id in operation.deletes {
                guard let node = document.element(withID: id), client.owns(view, node) else { continue }
                takeItem(node)
            }
        }
    }

    /// Puts a new item of a stream where its operation says.
    func insertStreamItem(_ node: NodeID, _ item: StreamPatch.Item, into parent: NodeID) {
        let document = document
        let children = document.children(of: parent).lazy.filter { document.isElement($0) }
        let sibling: NodeID?
        switch item.insert.at {
        case 0: sibling = document.firstChild(of: parent)
        case ..<0:
            let endsWithStranger = lastElement(of: parent).map { reference(of: $0) == nil } ?? false
            sibling = endsWithStranger ? children.first { reference(of: $0) == nil } : nil
        case let place: sibling = Array(children.prefix(place + 1)).dropFirst(place).first
        }
        put(node, into: parent, before: sibling)
        client.page.nodes[node].stream = item.reference
    }

    /// Removes what is beyond an item's limit: from the front if it is negative, from the back otherwise.
    func trim(_ parent: NodeID, to limit: Int?) {
        guard let limit else { return }
        let children = document.children(of: parent).filter { document.isElement($0) }
        let excess = children.count - abs(limit)
        guard excess > 0 else { return }
        for child in limit < 0 ? children.prefix(excess) : children.suffix(excess) { takeItem(child) }
    }

    private func lastElement(of parent: NodeID) -> NodeID? {
        var child = document.lastChild(of: parent)
        while let node = child, !document.isElement(node) { child = document.previousSibling(of: node) }
        return child
    }

    private func isStreamContainer(_ node: NodeID) -> Bool {
        document.attribute("phx-update", of: node) == "stream"
    }

    private func reference(of node: NodeID) -> String? {
        client.page.nodes.has(node) ? client.page.nodes[node].stream : nil
    }

    private func takeItem(_ node: NodeID) {
        if let id = document.attribute("id", of: node), streams.items[id] != nil, !isPlaced(node) {
            takeOut(node)
            streams.stash(node, id: id)
        } else if document.hasAttribute("phx-remove", of: node) {
            // What is leaving already is removed once more, and so goes when the shorter of both ways out has ended.
            client.page.nodes[node].isLeaving = true
            leaving.append(node)
        } else {
            discardNow(node)
        }
    }
}
