import HTMLTree
import LiveProtocol

extension Patch {
    /// Takes out what resets, deletes and joins remove, keeping aside what comes in again.
    func startStreams() {
        if isJoin {
            for node in document.elements(below: top).filter({ isStreamContainer($0) && client.owns(view, $0) }) {
                for child in Array(document.children(of: node)) where reference(of: child) != nil {
                    takeItem(child, isForced: true)
                }
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
        let children = document.children(of: parent).filter { document.isElement($0) }
        let sibling: NodeID?
        switch item.insert.at {
        case 0: sibling = document.firstChild(of: parent)
        case ..<0:
            let endsWithStranger = children.last.map { reference(of: $0) == nil } ?? false
            sibling = endsWithStranger ? children.first { reference(of: $0) == nil } : nil
        case let place: sibling = place < children.count ? children[place] : nil
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

    private func isStreamContainer(_ node: NodeID) -> Bool {
        document.attribute("phx-update", of: node) == "stream"
    }

    private func reference(of node: NodeID) -> String? {
        client.page.nodes.has(node) ? client.page.nodes[node].stream : nil
    }

    private func takeItem(_ node: NodeID, isForced: Bool = false) {
        if let id = document.attribute("id", of: node), streams.items[id] != nil, !isPlaced(node) {
            takeOut(node)
            streams.stash(node, id: id)
        } else if !isForced, document.hasAttribute("phx-remove", of: node) {
            guard !isAlreadyLeaving(node) else { return }
            client.page.nodes[node].isLeaving = true
            leaving.append(node)
        } else {
            discardNow(node)
        }
    }
}
