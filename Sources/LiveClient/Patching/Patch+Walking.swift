import HTMLTree

/// What is left to do of a patch.
enum PatchWork {
    /// The children of an old element are made like those of a new one.
    case children(PatchLevel)
    /// What is in a new element was not looked at yet from this child on.
    case arrivals(from: NodeID?, scope: NodeID)
}

/// A pair of elements whose children are being made alike.
struct PatchLevel {
    /// The root of the tree that `old` is in: the patch's own, a portal's, or a locked element's private copy.
    var scope: NodeID
    var old: NodeID
    var new: NodeID
    var oldChild: NodeID?
    var newChild: NodeID?
    /// Whether old children are not compared one by one, as those of a stream.
    var isStream: Bool
    /// Whether the last new child was text.
    var endsInText = false
}

/// The walk through both trees, as morphdom does it.
extension Patch {
    func level(_ old: NodeID, _ new: NodeID, scope: NodeID) -> PatchLevel {
        PatchLevel(
            scope: scope, old: old, new: new, oldChild: document.firstChild(of: old),
            newChild: document.firstChild(of: new),
            isStream: document.attribute(BindingName.update, of: old) == "stream")
    }

    func walk() {
        while let index = work.indices.last {
            switch work[index] {
            case .children(var level):
                guard let new = level.newChild else {
                    work.removeLast()
                    discardRest(of: level)
                    finishControl(level.old, like: level.new)
                    continue
                }
                level.newChild = document.nextSibling(of: new)
                place(new, at: &level, index)
            case .arrivals(let next, let scope):
                guard let node = next else {
                    work.removeLast()
                    continue
                }
                work[index] = .arrivals(from: document.nextSibling(of: node), scope: scope)
                arriveOrReplace(node, scope: scope)
            }
        }
    }

    /// Makes an old element, and what is in it, like a new one.
    func morph(_ old: NodeID, with new: NodeID, scope: NodeID) {
        matched.insert(old)
        if keepsCounterparts { counterparts[new] = old }
        guard let target = update(old, with: new) else { return }
        // The text of a text area is set with its value.
        guard document.name(of: target) != "textarea" else { return finishControl(target, like: new) }
        work.append(.children(level(target, new, scope: target == old ? scope : target)))
    }

    /// Runs a walk of its own within the present one.
    func runApart(_ start: () -> Void) {
        let rest = (work, unplaced)
        (work, unplaced) = ([], [])
        start()
        walk()
        removeUnplaced()
        (work, unplaced) = rest
    }

    // MARK: Children

    /// Finds the old node for a new one, or adds it.
    private func place(_ new: NodeID, at level: inout PatchLevel, _ index: Int) {
        let isText = document.isText(new)
        let continuesText = isText && level.endsInText
        level.endsInText = isText
        if continuesText, !level.isStream { return continueText(with: new, at: &level, index) }
        let newKey = document.isElement(new) ? key(of: new) : nil
        while !level.isStream, let old = level.oldChild {
            let next = document.nextSibling(of: old)
            level.oldChild = next
            var candidate = old
            if document.kind(of: old) == document.kind(of: new) {
                guard document.isElement(new) else {
                    document.setText(document.text(of: new), of: old)
                    if keepsCounterparts { counterparts[new] = old }
                    work[index] = .children(level)
                    return
                }
                if fits(old, new, newKey, next, at: level, &candidate) {
                    work[index] = .children(level)
                    return morph(candidate, with: new, scope: level.scope)
                }
            }
            discard(candidate)
        }
        if level.isStream { level.oldChild = nil }
        work[index] = .children(level)
        if let newKey, let match = unmatchedElement(for: newKey, in: level.scope),
            document.name(of: match) == document.name(of: new)
        {
            if !level.isStream { insert(match, into: level.old, before: nil) }
            morph(match, with: new, scope: level.scope)
        } else {
            add(new, to: level.old, before: nil, scope: level.scope)
        }
    }

    /// Places a text that follows another one, which are one in parsed HTML: it stands for no old node of its own.
    private func continueText(with new: NodeID, at level: inout PatchLevel, _ index: Int) {
        if let old = level.oldChild, document.isText(old) {
            level.oldChild = document.nextSibling(of: old)
            document.setText(document.text(of: new), of: old)
            if keepsCounterparts { counterparts[new] = old }
        } else {
            put(new, into: level.old, before: level.oldChild)
        }
        work[index] = .children(level)
    }

    /// Whether the old element at the present place, or another one that is put there, is the new one.
    private func fits(
        _ old: NodeID, _ new: NodeID, _ newKey: ElementKey?, _ next: NodeID?, at level: PatchLevel,
        _ candidate: inout NodeID
    ) -> Bool {
        if let newKey {
            if !isElement(old, named: newKey) || matched.contains(old) {
                guard let match = unmatchedElement(for: newKey, in: level.scope), match != next else { return false }
                put(match, into: level.old, before: old)
                discard(old)
                candidate = match
            }
        } else if key(of: old) != nil || matched.contains(old) {
            return false
        }
        return document.name(of: candidate) == document.name(of: new)
    }

    private func discardRest(of level: PatchLevel) {
        var child = level.oldChild
        while let old = child {
            child = document.nextSibling(of: old)
            discard(old)
        }
    }

    // MARK: Adding

    /// Adds a new node among the children of an element, and takes notice of all in it.
    func addChild(_ new: NodeID, to parent: NodeID, before sibling: NodeID?) {
        add(new, to: parent, before: sibling, scope: top)
        walk()
    }

    /// Adds a new node at the end of its parent, or where its stream says.
    private func add(_ new: NodeID, to parent: NodeID, before end: NodeID?, scope: NodeID) {
        guard document.isElement(new) else { return put(new, into: parent, before: end) }
        guard let id = document.attribute("id", of: new), let item = streams.items[id] else {
            put(new, into: parent, before: end)
            return arrive(new, scope: scope)
        }
        guard let stashed = streams.takeStashed(id) else {
            guard !item.insert.updateOnly else { return }
            insert(new, into: parent, before: end)
            return arrive(new, scope: scope)
        }
        // An item that a reset took out comes in again; it is made alike before it is put in.
        matched.insert(stashed)
        if keepsCounterparts { counterparts[new] = stashed }
        runApart { morph(stashed, with: new, scope: stashed) }
        replaced.append(new)
        insert(stashed, into: parent, before: end)
        arrive(stashed, scope: scope)
    }

    /// Takes notice of a new element that was put in; named elements of the old tree take the places of new ones in it.
    func arrive(_ node: NodeID, scope: NodeID) {
        noteAdded(node, scope: scope)
        // A limit may have taken it out again.
        guard document.isAlive(node) else { return }
        if let child = document.firstChild(of: node) { work.append(.arrivals(from: child, scope: scope)) }
    }

    private func arriveOrReplace(_ node: NodeID, scope: NodeID) {
        guard document.isElement(node) else { return }
        guard !startsEmpty, !matched.contains(node), let key = key(of: node),
            let match = unmatchedElement(for: key, in: scope), match != node,
            document.name(of: match) == document.name(of: node), !document.contains(match, node),
            let parent = document.parent(of: node)
        else { return arrive(node, scope: scope) }
        put(match, into: parent, before: node)
        document.detach(node)
        replaced.append(node)
        morph(match, with: node, scope: scope)
    }

    private func noteAdded(_ node: NodeID, scope: NodeID) {
        matched.insert(node)
        let isCopy = copies.contains(scope)
        var hasLife = false
        var isItem = false
        for attribute in document.attributes(of: node) {
            switch attribute.name {
            case "id": isItem = streams.items[attribute.value] != nil
            case BindingName.hook, ViewAttribute.hook: hasLife = true
            case BindingName.mounted:
                hasLife = true
                // What comes to a locked element has missed its chance by the time it is shown.
                if isCopy { nodes[node].isMounted = true }
            case ViewAttribute.session: if !isCopy { containers.append(node) }
            case BindingName.update where attribute.value == "stream": page.untidyStreams.insert(node)
            case BindingName.triggerAction: if !isCopy { triggeredForms.append(node) }
            case ViewAttribute.portal: portals.append((node, node))
            default: continue
            }
        }
        if hasLife, !isCopy { added.append(node) }
        if isItem { reorder(node, isNew: true) }
    }
}
