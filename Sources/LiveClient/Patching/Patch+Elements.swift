import HTMLTree
import LiveProtocol

/// What happens to one element that stays (`onBeforeElUpdated` in phoenix_live_view's dom_patch.ts).
extension Patch {
    /// Makes an element like a new one of the same identity.
    ///
    /// - Returns: The element whose children are to be made alike, which is a private copy for a locked element; nil when
    ///   they are to be left alone.
    func update(_ old: NodeID, with new: NodeID) -> NodeID? {
        keepMarks(of: old, in: new)
        cleanItems(of: new)
        let isFocused = isFocusedField(old)
        if document.hasAttribute(ViewAttribute.skip, of: new) {
            _ = copyIfLocked(old, isFocused: isFocused)
            passOnCopy(of: new, to: old)
            reorder(old)
            return nil
        }
        if document.hasAttribute(ViewAttribute.sticky, of: old) {
            for name in [ViewAttribute.session, ViewAttribute.staticToken, ViewAttribute.rootID] {
                if let value = document.attribute(name, of: new) { document.setAttribute(name, to: value, of: old) }
            }
            return nil
        }
        if isIgnored(old) {
            noteUpdate(old, new)
            mergeData(of: new, into: old)
            applyEffects(of: old, to: old)
            return nil
        }
        if nodes.has(old), nodes[old].hasBadInput {
            noteKept(old, from: new)
            return nil
        }
        let target = copyIfLocked(old, isFocused: isFocused)
        if document.hasAttribute(ViewAttribute.parentID, of: new) {
            mergeNestedContainer(target, with: new)
            return nil
        }
        passOnCopy(of: new, to: target)
        if document.hasAttribute(ViewAttribute.portal, of: new) {
            portals.append((target, new))
            replaceTemplateContent(of: target, with: new)
            return nil
        }
        let isChangedSelect = isFocused && isChangedSelect(old, new)
        if isFocused, !isChangedSelect, !document.hasAttribute(BindingName.patchFocused, of: new) {
            noteUpdate(target, new)
            mergeFocused(target, with: new)
            applyEffects(of: target, to: target)
            noteKept(target, from: new)
            return nil
        }
        if isChangedSelect { host.blur() }
        noteOrder(of: target, with: new)
        applyEffects(of: target, to: new)
        noteUpdate(target, new)
        mergeAttributes(of: new, into: target)
        if document.hasAttribute(BindingName.triggerAction, of: target), !copies.contains(target) {
            triggeredForms.append(target)
        }
        reorder(target)
        replaceTemplateContent(of: target, with: new)
        return target
    }

    /// Notes that an element was kept from a change, which it is to get when nothing keeps it any more.
    private func noteKept(_ old: NodeID, from new: NodeID) {
        if keepsCounterparts, old != new, !document.isEqual(old, new) { document.noteEdit(of: old) }
    }

    // MARK: Locks

    /// What shows that an element waits for an answer stays.
    private func keepMarks(of old: NodeID, in new: NodeID) {
        guard old != new, document.hasAttribute(PendingMark.source, of: old) else { return }
        let classes = ClassList.names(of: old, in: document).map(String.init).filter(StateClass.pending.contains)
        if !classes.isEmpty { ClassList.change(of: new, in: document, adding: classes, removing: []) }
        for name in PendingMark.attributes {
            if let value = document.attribute(name, of: old) { document.setAttribute(name, to: value, of: new) }
        }
    }

    /// A locked element's private copy, made when the first patch comes, else the element; a focused field is never
    /// replaced by its copy.
    private func copyIfLocked(_ node: NodeID, isFocused: Bool) -> NodeID {
        guard document.hasAttribute(PendingMark.source, of: node), let lock = PendingMark.lock(of: node, in: document),
            undoneMark.map({ lock > $0 }) ?? true
        else { return node }
        let copy: NodeID
        if let known = nodes[node].lockedCopy, document.isAlive(known) {
            copy = known
        } else {
            applyEffects(of: node, to: node)
            copy = page.views.copyLocked(node)
            nodes[node].lockedCopy = copy
        }
        guard !isFocused else { return node }
        copies.insert(copy)
        return copy
    }

    /// When a lock ends, what came for a locked element in it stays with that one.
    private func passOnCopy(of new: NodeID, to old: NodeID) {
        guard undoneMark != nil, new != old, nodes.has(new), let copy = nodes[new].lockedCopy
        else { return }
        nodes[new].lockedCopy = nil
        if let known = nodes[old].lockedCopy, known != copy { host.free(known) }
        nodes[old].lockedCopy = copy
    }

    // MARK: Parts of the page with rules of their own

    func isIgnored(_ node: NodeID) -> Bool {
        if let update = document.attribute(BindingName.update, of: node)
            ?? document.attribute(ViewAttribute.update, of: node),
            update == "ignore"
        {
            return true
        }
        guard let form = host.submittedForm else { return false }
        return document.isAlive(form) && document.contains(form, node)
    }

    /// Only elements with ids belong in a container whose items stay by themselves.
    private func cleanItems(of new: NodeID) {
        guard let update = document.attribute(BindingName.update, of: new),
            ["stream", "append", "prepend"].contains(update)
        else { return }
        for child in Array(document.children(of: new)) {
            if document.isElement(child), document.attribute("id", of: child)?.isEmpty == false { continue }
            if document.isElement(child) {
                page.log.report(
                    .streamChildWithoutID,
                    "a child <\(document.name(of: child))> of the stream \(document.words(for: new)) has no id "
                        + "and was removed; give each child an id")
            }
            document.remove(child)
        }
    }

    private func noteOrder(of old: NodeID, with new: NodeID) {
        guard let update = document.attribute(BindingName.update, of: new), update == "append" || update == "prepend"
        else {
            return
        }
        orderings.append(ItemOrder(of: old, with: new, prepends: update == "prepend", in: document))
    }

    /// Of an ignored element, only `data-*` attributes change.
    private func mergeData(of new: NodeID, into old: NodeID) {
        let fresh = document.attributes(of: new).filter { $0.name.hasPrefix("data-") }
        for attribute in fresh { document.setAttribute(attribute.name, to: attribute.value, of: old) }
        for attribute in document.attributes(of: old)
        where attribute.name.hasPrefix("data-") && !PendingMark.attributes.contains(attribute.name)
            && !fresh.contains(where: { $0.name == attribute.name })
        {
            document.removeAttribute(attribute.name, of: old)
        }
    }

    /// The container of a nested view follows its parent's markup, but stays the view's.
    private func mergeNestedContainer(_ old: NodeID, with new: NodeID) {
        let session = document.attribute(ViewAttribute.session, of: old)
        for attribute in document.attributes(of: new) where attribute.name != ViewAttribute.staticToken {
            document.setAttribute(attribute.name, to: attribute.value, of: old)
        }
        for attribute in document.attributes(of: old)
        where attribute.name != ViewAttribute.rootID && !document.hasAttribute(attribute.name, of: new) {
            document.removeAttribute(attribute.name, of: old)
        }
        if let session, !session.isEmpty { document.setAttribute(ViewAttribute.session, to: session, of: old) }
        applyEffects(of: old, to: old)
    }

    private func replaceTemplateContent(of old: NodeID, with new: NodeID) {
        guard old != new, let target = document.templateContent(of: old), let source = document.templateContent(of: new)
        else { return }
        let copy = document.copy(source)
        document.removeChildren(of: target)
        for child in Array(document.children(of: copy)) { document.append(child, to: target) }
        document.remove(copy)
    }

    // MARK: Attributes

    /// Whether an element would get other attributes from a new one.
    func hasOtherAttributes(_ old: NodeID, than new: NodeID) -> Bool {
        applyEffects(of: old, to: new)
        return !document.hasEqualAttributes(old, new)
    }

    private func applyEffects(of node: NodeID, to target: NodeID) {
        if nodes.has(node) { nodes[node].sticky.apply(to: target, in: document) }
    }

    /// Gives an element the attributes of the new one, but for those that are left to the client.
    private func mergeAttributes(of new: NodeID, into old: NodeID, except excluded: String? = nil) {
        let fresh = document.attributes(of: new)
        let before = document.attributes(of: old)
        if undoneMark != nil, let source = document.attribute(PendingMark.source, of: new) {
            page.views[source]?.locks.note(old)
        }
        guard fresh != before else { return }
        let ignored = AttributePatterns(
            nodes.has(old) ? nodes[old].ignoredAttributes : [])
        for attribute in fresh where attribute.name != excluded && !ignored.match(attribute.name) {
            document.setAttribute(attribute.name, to: attribute.value, of: old)
        }
        for attribute in before where attribute.name != excluded && !ignored.match(attribute.name) {
            if !fresh.contains(where: { $0.name == attribute.name }) {
                document.removeAttribute(attribute.name, of: old)
            }
        }
    }

    // MARK: Focused fields

    private func isFocusedField(_ node: NodeID) -> Bool {
        guard focus.element == node else { return false }
        switch document.name(of: node) {
        case "select", "textarea": return true
        case "input": return !["button", "hidden"].contains(document.attribute("type", of: node)?.lowercased())
        default: return false
        }
    }

    /// A focused field keeps what was typed; the rest of it follows the server.
    private func mergeFocused(_ old: NodeID, with new: NodeID) {
        if document.name(of: old) != "select" {
            let typed = document.value(of: old)
            mergeAttributes(of: new, into: old, except: "value")
            if let value = document.attribute("value", of: new) {
                if document.value(of: new) == typed { document.setAttribute("value", to: value, of: old) }
            } else {
                document.removeAttribute("value", of: old)
            }
            if isTickable(old) { takeTick(of: old) }
        }
        if document.hasAttribute("readonly", of: new) {
            document.setAttribute("readonly", to: "", of: old)
        } else {
            document.removeAttribute("readonly", of: old)
        }
    }

    /// Whether the server's single select has other options or attributes than the focused one. With as many options as
    /// before, what the person chose stays chosen.
    private func isChangedSelect(_ old: NodeID, _ new: NodeID) -> Bool {
        guard document.name(of: old) == "select", !document.hasAttribute("multiple", of: old) else { return false }
        guard document.options(of: old).count == document.options(of: new).count else { return true }
        choices[old] = document.value(of: old)
        return !document.isEqual(old, new)
    }

    private func isTickable(_ node: NodeID) -> Bool {
        guard document.name(of: node) == "input" else { return false }
        return ["checkbox", "radio"].contains(document.attribute("type", of: node)?.lowercased())
    }

    /// After its attributes and children, an unfocused field shows what the server says.
    func finishControl(_ old: NodeID, like new: NodeID) {
        guard document.isElement(old), old != new || undoneMark == nil else { return }
        switch document.name(of: old) {
        case "input":
            if isTickable(old) { takeTick(of: old) } else { takeValue(of: new, into: old) }
        case "textarea":
            if old != new { replaceDefaultText(of: old, with: new) }
            takeValue(of: new, into: old)
        case "select":
            document.resetValue(of: old)
            if let choice = choices[old] { document.setValue(choice, of: old) }
        default: return
        }
    }

    private func takeTick(of node: NodeID) {
        let isTicked = document.hasAttribute("checked", of: node)
        if document.isChecked(node) != isTicked { document.setChecked(isTicked, of: node) }
    }

    private func takeValue(of new: NodeID, into old: NodeID) {
        guard old != new else { return document.resetValue(of: old) }
        let value = document.value(of: new)
        if document.value(of: old) == document.defaultValue(of: old), document.value(of: old) == value { return }
        document.resetValue(of: old)
        if document.value(of: old) != value { document.setValue(value, of: old) }
    }

    /// The text in a text area's markup; none stays none.
    private func replaceDefaultText(of old: NodeID, with new: NodeID) {
        guard let child = document.firstChild(of: old), document.isText(child) else {
            // Whoever looks at the element next has to find out that its markup is not what the view says.
            if keepsCounterparts, document.firstChild(of: new) != nil { document.noteEdit(of: old) }
            return
        }
        if keepsCounterparts, let source = document.firstChild(of: new) { counterparts[source] = child }
        let (text, present) = (document.value(of: new), document.text(of: child))
        guard text != present, !text.isEmpty || present != document.attribute("placeholder", of: old) ?? "" else {
            return
        }
        document.setText(text, of: child)
    }
}
