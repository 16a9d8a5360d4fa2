import HTMLTree

/// What a browser itself does at a click, once the bindings have run.
enum ClickAction {
    case press(button: NodeID)
    case toggle(details: NodeID)
    case choose(option: NodeID, of: NodeID)
    case follow(link: NodeID)
    /// The control of a label is clicked in its place.
    case click(control: NodeID)
    case chooseFiles(input: NodeID)
}

extension Document {
    /// What the nearest element does that does something at a click, be it the clicked one or one around it.
    func clickAction(at node: NodeID) -> ClickAction? {
        if controlKind(of: node) == .file { return .chooseFiles(input: node) }
        for candidate in inclusiveAncestors(of: node) where isElement(candidate) {
            if controlKind(of: candidate)?.isButton == true {
                // A binding may have disabled it.
                return isDisabled(candidate) ? nil : .press(button: candidate)
            }
            if isSummary(candidate) { return parent(of: candidate).map { .toggle(details: $0) } }
            if name(of: candidate) == "option", let select = select(of: candidate) {
                return isDisabled(select) || isDisabled(candidate) ? nil : .choose(option: candidate, of: select)
            }
            if isLink(candidate) { return .follow(link: candidate) }
            if name(of: candidate) == "label", let control = labeledControl(of: candidate), control != node,
                !contains(control, node)
            {
                return .click(control: control)
            }
        }
        return nil
    }

    /// Ticks a box or radio.
    ///
    /// - Returns: Whether its state changed.
    func toggleTick(of node: NodeID) -> Bool {
        switch controlKind(of: node) {
        case .checkbox: setChecked(!isChecked(node), of: node)
        case .radio:
            guard !isChecked(node) else { return false }
            setChecked(true, of: node)
        default: return false
        }
        return true
    }

    func toggleDetails(_ details: NodeID) {
        if hasAttribute("open", of: details) {
            removeAttribute("open", of: details)
        } else {
            setAttribute("open", to: "", of: details)
        }
    }

    /// Chooses an option as a click does, which in a multiple select takes it back again.
    func toggleOption(_ option: NodeID, of select: NodeID) {
        setSelected(option, !hasAttribute("multiple", of: select) || !isChecked(option))
    }

    /// Whether an element is in a control that is disabled, so that no click reaches it.
    func isInDisabledControl(_ node: NodeID) -> Bool {
        inclusiveAncestors(of: node).contains { node in
            guard isElement(node) else { return false }
            switch name(of: node) {
            case "fieldset", "optgroup": return false
            case _: return isDisabled(node)
            }
        }
    }

    /// The nearest element with `phx-click` that is not disabled, without leaving the view.
    func clickBinding(at node: NodeID) -> NodeID? {
        var current: NodeID? = node
        while let node = current {
            if hasAttribute(BindingName.click, of: node), !isDisabled(node) { return node }
            current = parent(of: node)
            // The search ends below the view's own container.
            if let above = current, hasAttribute(ViewAttribute.session, of: above) { return nil }
        }
        return nil
    }

    /// Whether a click on an element does something.
    func isClickable(_ node: NodeID) -> Bool {
        guard isAlive(node), isElement(node), !isDisabled(node) else { return false }
        if hasAttribute(BindingName.click, of: node) || isLink(node) || isSummary(node) { return true }
        switch controlKind(of: node) {
        case .button, .image, .checkbox, .radio, .file: return true
        case .text, .textarea, .select, .hidden, .range, .color, .output: return false
        case nil: return name(of: node) == "label" && labeledControl(of: node) != nil
        }
    }
}
