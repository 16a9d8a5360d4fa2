import HTMLTree

extension Patch {
    func keepsChildren(of node: NodeID) -> Bool {
        guard let update = document.attribute("phx-update", of: node) else { return false }
        return update == "stream" || update == "append" || update == "prepend"
    }

    func add(_ new: NodeID, to parent: NodeID, before end: NodeID?, scope: NodeID) {
        if document.isElement(new), let id = document.attribute("id", of: new), let item = streams.items[id] {
            if item.insert.updateOnly, !streams.isStashed(id) { return }
            if let stashed = streams.takeStashed(id) {
                insertStreamItem(stashed, item, into: parent)
                morph(stashed, with: new, scope: scope)
                trim(parent, to: item.insert.limit)
                return
            }
            insertStreamItem(new, item, into: parent)
            adopt(new, scope: scope)
            trim(parent, to: item.insert.limit)
            return
        }
        if keepsChildren(of: parent), !document.isElement(new) { return }
        put(new, into: parent, before: end)
        adopt(new, scope: scope)
    }

    /// Takes in a new subtree; elements of the old tree that belong into it are moved there.
    func adopt(_ top: NodeID, scope: NodeID) {
        guard document.isElement(top) else { return }
        defer { trimItems(below: top) }
        noteAdded(top, scope: scope)
        for node in Array(document.elements(below: top)) where document.isAlive(node) {
            if !startsEmpty, let key = key(of: node), let match = unmatchedElement(for: key, in: scope),
                !document.contains(top, match),
                document.name(of: match) == document.name(of: node), let parent = document.parent(of: node)
            {
                put(match, into: parent, before: node)
                document.detach(node)
                morph(match, with: node, scope: scope)
            } else {
                noteAdded(node, scope: scope)
            }
        }
    }

    /// Keeps streams that came as a whole to their limits.
    private func trimItems(below top: NodeID) {
        guard !streams.items.isEmpty else { return }
        for container in [top] + Array(document.elements(below: top))
        where document.isAlive(container) && keepsChildren(of: container) {
            for child in Array(document.children(of: container)) {
                guard let id = document.attribute("id", of: child), let item = streams.items[id] else { continue }
                trim(container, to: item.insert.limit)
                break
            }
        }
    }

    private func noteAdded(_ node: NodeID, scope: NodeID) {
        matched.insert(node)
        // What comes to a private copy is added only when the copy is shown.
        guard scope == top else { return }
        var hasLife = false
        for attribute in document.attributes(of: node) {
            switch attribute.name {
            case "id":
                if let item = streams.items[attribute.value] { client.page.nodes[node].stream = item.reference }
            case "phx-hook", "phx-mounted", "data-phx-session": hasLife = true
            case "phx-trigger-action": triggeredForms.append(node)
            case "data-phx-portal": portals.append(node)
            default: continue
            }
        }
        if hasLife { added.append(node) }
    }

    func discardLater(_ node: NodeID) {
        if document.isElement(node), !matched.contains(node), key(of: node) != nil {
            unmatched.append(node)
        } else if !matched.contains(node) {
            discard(node)
        }
    }

    /// Removes a node, unless a rule keeps it (CLIENT.md 10, removal).
    func discard(_ node: NodeID) {
        guard document.isElement(node) else {
            document.remove(node)
            return
        }
        if !document.hasAttribute("data-phx-prune", of: node) {
            if let parent = document.parent(of: node), keepsChildren(of: parent),
                document.attribute("id", of: node) != nil
            {
                return
            }
            if isAlreadyLeaving(node) || client.page.nodes[node].portalSource != nil { return }
            if document.hasAttribute("phx-remove", of: node), document.isConnected(node) {
                client.page.nodes[node].isLeaving = true
                leaving.append(node)
                return
            }
        }
        // It is freed in the end: a keyed element below may have its match elsewhere yet, and is then taken from here.
        for element in document.elements(below: node) {
            if let key = key(of: element), !matched.contains(element), rescuable[key] == nil {
                rescuable[key] = element
            }
        }
        discardNow(node)
    }

    /// Whether the patch has given the element its place already.
    func isPlaced(_ node: NodeID) -> Bool { matched.contains(node) }

    /// Removes a node whatever would keep it.
    func discardNow(_ node: NodeID) {
        takeOut(node)
        detached.append(node)
    }
}
