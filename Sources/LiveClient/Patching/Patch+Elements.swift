import HTMLTree
import LiveProtocol

/// What happens to one element that stays: the first rule of CLIENT.md 10 that applies.
extension Patch {
    /// Makes an element like a new one of the same identity.
    ///
    /// - Returns: The element whose children are to be made alike, which is a private copy for a locked element; nil when
    ///   they are to be left alone.
    func update(_ old: NodeID, with new: NodeID) -> NodeID? {
        if document.hasAttribute("data-phx-skip", of: new) { return nil }
        if document.hasAttribute("data-phx-sticky", of: old) {
            for name in ["data-phx-session", "data-phx-static", "data-phx-root-id"] {
                if let value = document.attribute(name, of: new) { document.setAttribute(name, to: value, of: old) }
            }
            return nil
        }
        if isIgnored(old) {
            mergeData(of: new, into: old)
            return nil
        }
        let state = client.page.nodes.has(old) ? client.page.nodes[old] : NodeState()
        if state.hasBadInput {
            noteKept(old, from: new)
            return nil
        }
        let isFocused = isFocusedField(old)
        if state.pending?.lock != nil, !isFocused { return update(copyOfLocked(old), with: new) }
        if document.hasAttribute("data-phx-parent-id", of: old) {
            mergeNestedContainer(old, with: new)
            return nil
        }
        if document.hasAttribute("data-phx-portal", of: new) {
            mergeAttributes(of: new, into: old, state: state)
            replaceTemplateContent(of: old, with: new)
            portals.append(old)
            return nil
        }
        state.sticky.apply(to: new, in: document)
        noteHook(old, new, state)
        if isFocused, !document.hasAttribute("phx-patch-focused", of: new) {
            guard isChangedSelect(old, new) else {
                mergeFocused(old, with: new, state: state)
                noteKept(old, from: new)
                return nil
            }
            keepChoice(of: old, in: new)
            client.blur()
        }
        mergeAttributes(of: new, into: old, state: state)
        if state.hook != nil || document.hookName(of: old) != nil { matchedHooks.append(old) }
        if document.hasAttribute("phx-trigger-action", of: old) { triggeredForms.append(old) }
        replaceTemplateContent(of: old, with: new)
        return old
    }

    /// Notes that an element was kept from a change, which it is to get when nothing keeps it any more.
    private func noteKept(_ old: NodeID, from new: NodeID) {
        if keepsCounterparts, old != new, !document.isEqual(old, new) { document.noteEdit(of: old) }
    }

    private func isIgnored(_ node: NodeID) -> Bool {
        if let update = document.attribute("phx-update", of: node) ?? document.attribute("data-phx-update", of: node),
            update == "ignore"
        {
            return true
        }
        guard let form = client.page.submittedForm else { return false }
        return document.isAlive(form) && document.contains(form, node)
    }

    /// Of an ignored element, only `data-*` attributes change.
    private func mergeData(of new: NodeID, into old: NodeID) {
        let before = document.attributes(of: old)
        let state = client.page.nodes.has(old) ? client.page.nodes[old] : NodeState()
        let fresh = document.attributes(of: new).filter { $0.name.hasPrefix("data-") }
        let stale = before.filter { attribute in
            attribute.name.hasPrefix("data-") && !fresh.contains { $0.name == attribute.name }
        }
        let changed = fresh.contains { !before.contains($0) } || !stale.isEmpty
        if changed, let hook = state.hook, isFirstNote(of: old) {
            hook.hook.beforeUpdate(client.context(of: old))
            updatedHooks.append(old)
        }
        for attribute in fresh { document.setAttribute(attribute.name, to: attribute.value, of: old) }
        for attribute in stale { document.removeAttribute(attribute.name, of: old) }
    }

    private func mergeNestedContainer(_ old: NodeID, with new: NodeID) {
        let kept = Set(["data-phx-session", "data-phx-static", "data-phx-root-id", "class"])
        for attribute in document.attributes(of: new) where !kept.contains(attribute.name) {
            document.setAttribute(attribute.name, to: attribute.value, of: old)
        }
        for attribute in document.attributes(of: old)
        where !kept.contains(attribute.name) && !document.hasAttribute(attribute.name, of: new) {
            document.removeAttribute(attribute.name, of: old)
        }
    }

    private func noteHook(_ old: NodeID, _ new: NodeID, _ state: NodeState) {
        guard let hook = state.hook, !document.isEqual(old, new) else { return }
        if hook.name == document.hookName(of: new), isFirstNote(of: old) {
            hook.hook.beforeUpdate(client.context(of: old))
            updatedHooks.append(old)
        }
    }

    /// The private copy of a locked element, made when the first patch comes.
    private func copyOfLocked(_ node: NodeID) -> NodeID {
        if let copy = client.page.nodes[node].pending?.copy { return copy }
        let copy = document.copy(node) { original, copy in
            if client.page.nodes.has(original) { client.page.nodes[copy] = client.page.nodes[original].forCopy }
        }
        client.page.nodes[node].pending?.copy = copy
        return copy
    }

    private func replaceTemplateContent(of old: NodeID, with new: NodeID) {
        guard let target = document.templateContent(of: old), let source = document.templateContent(of: new) else {
            return
        }
        document.removeChildren(of: target)
        for child in Array(document.children(of: source)) { document.append(child, to: target) }
    }

    // MARK: Attributes

    /// Whether an element would get other attributes from a new one.
    func hasOtherAttributes(_ old: NodeID, than new: NodeID) -> Bool {
        if client.page.nodes.has(old) { client.page.nodes[old].sticky.apply(to: new, in: document) }
        return !document.hasEqualAttributes(old, new)
    }

    /// Gives an element the attributes of the new one, but for what the client has charge of.
    private func mergeAttributes(of new: NodeID, into old: NodeID, state: NodeState, except excluded: String? = nil) {
        if let pending = state.pending, pending.loading != nil {
            ClassList.change(of: new, in: document, adding: pending.classes, removing: [])
        }
        let fresh = document.attributes(of: new)
        let before = document.attributes(of: old)
        guard fresh != before else { return }
        let ignored = AttributePatterns(state.ignoredAttributes)
        for attribute in fresh where attribute.name != excluded && !ignored.match(attribute.name) {
            document.setAttribute(attribute.name, to: attribute.value, of: old)
        }
        for attribute in before where attribute.name != excluded && !ignored.match(attribute.name) {
            if !fresh.contains(where: { $0.name == attribute.name }) {
                document.removeAttribute(attribute.name, of: old)
            }
        }
    }

    // MARK: Controls

    private func isFocusedField(_ node: NodeID) -> Bool {
        guard focus.element == node else { return false }
        switch document.name(of: node) {
        case "select", "textarea": return true
        case "input": return !["button", "hidden"].contains(document.attribute("type", of: node)?.lowercased())
        default: return false
        }
    }

    /// A focused field keeps what was typed; the rest of it follows the server.
    private func mergeFocused(_ old: NodeID, with new: NodeID, state: NodeState) {
        let name = document.name(of: old)
        if name != "select" {
            let typed = document.value(of: old)
            mergeAttributes(of: new, into: old, state: state, except: "value")
            if name == "input", !isTickable(old) {
                if let value = document.attribute("value", of: new), value == typed {
                    document.setAttribute("value", to: value, of: old)
                }
            } else if isTickable(old) {
                document.setChecked(document.hasAttribute("checked", of: new), of: old)
            }
        }
        if document.hasAttribute("readonly", of: new) {
            document.setAttribute("readonly", to: "", of: old)
        } else {
            document.removeAttribute("readonly", of: old)
        }
    }

    /// Whether the server's single select has other options or attributes than the focused one.
    private func isChangedSelect(_ old: NodeID, _ new: NodeID) -> Bool {
        guard document.name(of: old) == "select", !document.hasAttribute("multiple", of: old) else { return false }
        return document.options(of: old).count != document.options(of: new).count || !document.isEqual(old, new)
    }

    /// With as many options as before, what the person chose stays chosen.
    private func keepChoice(of old: NodeID, in new: NodeID) {
        guard document.options(of: old).count == document.options(of: new).count else { return }
        let value = document.value(of: old)
        for option in document.options(of: new) {
            if document.optionValue(of: option) == value {
                document.setAttribute("selected", to: "", of: option)
            } else {
                document.removeAttribute("selected", of: option)
            }
        }
    }

    private func isTickable(_ node: NodeID) -> Bool {
        guard document.name(of: node) == "input" else { return false }
        return ["checkbox", "radio"].contains(document.attribute("type", of: node)?.lowercased())
    }

    /// After its attributes and children, an unfocused field shows what the server says.
    func finishControl(_ old: NodeID, like new: NodeID) {
        guard document.isElement(old) else { return }
        switch document.name(of: old) {
        case "input", "textarea", "select": break
        default: return
        }
        switch source {
        case .server: document.resetValue(of: old)
        case .copy:
            guard document.name(of: old) != "select" else {
                document.resetValue(of: old)
                return
            }
            if isTickable(old) {
                document.setChecked(document.isChecked(new), of: old)
            } else if document.attribute("type", of: old) != "hidden",
                document.value(of: old) != document.value(of: new)
            {
                document.setValue(document.value(of: new), of: old)
            }
        }
    }
}
