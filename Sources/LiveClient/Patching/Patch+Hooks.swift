import HTMLTree

/// What hooks hear of a patch: before their element changes at once, afterwards when all is done.
extension Patch {
    /// Notes that an element is made like a new one: its hook is told, or another one takes its place.
    func noteUpdate(_ old: NodeID, _ new: NodeID) {
        guard old != new, !copies.contains(old) else { return }
        let name = document.hookName(of: new)
        guard hooks.has(old) else {
            if name != nil { updated.append(old) }
            return
        }
        guard !document.isEqual(old, new), !isUnchangedAndIgnored(old, new), notedHooks.insert(old).inserted else {
            return
        }
        hooks.willUpdate(old)
        if document.hookName(of: old) != name { hooks.end(old) }
        updated.append(old)
    }

    private func isUnchangedAndIgnored(_ old: NodeID, _ new: NodeID) -> Bool {
        guard
            (document.attribute(BindingName.update, of: old) ?? document.attribute(ViewAttribute.update, of: old))
                == "ignore"
        else { return false }
        func data(_ node: NodeID) -> Set<Attribute> {
            Set(document.attributes(of: node).filter { $0.name.hasPrefix("data-") })
        }
        return data(old) == data(new)
    }

    /// Tells the hooks around a node that it is about to change.
    func noteHooks(around node: NodeID) {
        guard !hooks.isEmpty, let parent = document.parent(of: node) else { return }
        noteHooks(in: parent)
    }

    /// Tells the hooks at and around an element that its content is about to change.
    func noteHooks(in element: NodeID) {
        guard !hooks.isEmpty else { return }
        // From the outside in, as a walk through the page meets them.
        for node in document.ancestors(of: element).reversed() + [element] { noteHook(of: node) }
    }

    /// Tells the hook of an element that something in it is about to change.
    func noteHook(of node: NodeID) {
        guard hooks.has(node), notedHooks.insert(node).inserted else { return }
        hooks.willUpdate(node)
        updated.append(node)
    }
}
