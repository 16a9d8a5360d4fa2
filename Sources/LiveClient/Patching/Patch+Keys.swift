import HTMLTree

extension Patch {
    func key(of node: NodeID) -> ElementKey? {
        if isLeft(node) { return nil }
        let magic = document.attribute(ViewAttribute.magicID, of: node)
        if let magic, document.hasAttribute(ViewAttribute.skip, of: node) { return .placeholder(magic) }
        if let id = document.attribute("id", of: node), !id.isEmpty { return .id(id) }
        return isJoin ? nil : magic.map { .magic($0) }
    }

    func isElement(_ node: NodeID, named key: ElementKey) -> Bool {
        switch key {
        case .id, .magic: self.key(of: node) == key
        case .placeholder(let id): document.attribute(ViewAttribute.magicID, of: node) == id
        }
    }

    func unmatchedElement(for key: ElementKey, in scope: NodeID) -> NodeID? {
        guard let match = rescuable[key] ?? element(for: key, in: scope), document.isAlive(match),
            !matched.contains(match), isElement(match, named: key), match != scope, isMatchable(match, in: scope),
            !isLeft(match)
        else { return nil }
        return match
    }

    func isMatchable(_ node: NodeID) -> Bool { isMatchable(node, in: top) }

    private func isMatchable(_ node: NodeID, in scope: NodeID) -> Bool {
        guard let matchable, scope == top else { return true }
        // What was taken out already is not on the page any more; what was matched may have come elsewhere.
        return matchable.contains(node)
            || document.ancestors(of: node).contains { matchable.contains($0) || matched.contains($0) }
            || !document.isConnected(node)
    }

    /// Ids are known to the document; other keys, and those of a private copy, are collected when one is first asked for.
    private func element(for key: ElementKey, in scope: NodeID) -> NodeID? {
        if scope == top, let matchable, matchableKeys == nil {
            // Before anything moves out of there.
            matchableKeys = ElementKeys(of: matchable.filter(document.isAlive), in: document)
        }
        if scope == top, case .id(let id) = key {
            guard let match = document.element(withID: id), document.contains(top, match) else { return nil }
            return match
        }
        if scope == top, let matchableKeys { return matchableKeys.element(for: key) }
        let known = keys[scope] ?? ElementKeys(of: scope, in: document)
        keys[scope] = known
        return known.element(for: key)
    }

    /// Whether the element held a view that was left: what comes in its place is another one.
    private func isLeft(_ node: NodeID) -> Bool {
        nodes.has(node) && nodes[node].isLeftContainer
    }
}
