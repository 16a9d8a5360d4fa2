import HTMLTree

/// What a browser itself does at a click, once the bindings have run.
extension LiveClient {
    /// Ticks a box or radio, which happens before the bindings see the click.
    ///
    /// - Returns: The control whose state changed.
    func toggleTicks(_ node: NodeID) -> NodeID? {
        switch document.controlKind(of: node) {
        case .checkbox:
            document.setChecked(!document.isChecked(node), of: node)
            return node
        case .radio:
            guard !document.isChecked(node) else { return nil }
            document.setChecked(true, of: node)
            return node
        default: return nil
        }
    }

    /// The default action of a click.
    func act(on node: NodeID, toggled: NodeID?, modifiers: ClickModifiers) {
        if let toggled {
            changed(toggled)
            return
        }
        if document.controlKind(of: node) == .file {
            onFileRequest?(node)
        } else {
            actOnNearest(of: node, modifiers: modifiers)
        }
    }

    /// Does what the nearest element that does something at a click does, be it the clicked one or one around it.
    private func actOnNearest(of node: NodeID, modifiers: ClickModifiers) {
        for candidate in [node] + Array(document.ancestors(of: node)) where document.isElement(candidate) {
            if document.controlKind(of: candidate)?.isButton == true {
                // A binding may have disabled it.
                return document.isDisabled(candidate) ? () : press(candidate)
            }
            if document.isSummary(candidate) { return toggleDetails(of: candidate) }
            if document.name(of: candidate) == "option", let select = document.select(of: candidate) {
                return choose(candidate, of: select)
            }
            if document.isLink(candidate) { return followLink(at: candidate, modifiers: modifiers) }
            if document.name(of: candidate) == "label" {
                guard let control = document.labeledControl(of: candidate), control != node,
                    !document.contains(control, node)
                else { continue }
                if document.isFocusable(control) { focus(control) }
                return dispatchClick(control)
            }
        }
    }

    private func press(_ button: NodeID) {
        guard let form = document.form(of: button), let kind = document.controlKind(of: button) else { return }
        switch kind {
        case .button(.submit), .image: submit(form, submitter: button)
        case .button(.reset): reset(form)
        case .button(.button), .text, .textarea, .checkbox, .radio, .select, .hidden, .file, .range, .color, .output:
            break
        }
    }

    private func toggleDetails(of summary: NodeID) {
        guard let details = document.parent(of: summary) else { return }
        if document.hasAttribute("open", of: details) {
            document.removeAttribute("open", of: details)
        } else {
            document.setAttribute("open", to: "", of: details)
        }
    }

    private func choose(_ option: NodeID, of select: NodeID) {
        guard !document.isDisabled(select), !document.isDisabled(option) else { return }
        if document.hasAttribute("multiple", of: select) {
            document.setSelected(option, !document.isChecked(option))
        } else {
            document.setSelected(option, true)
        }
        changed(select)
    }

    func label(at node: NodeID) -> NodeID? {
        ([node] + document.ancestors(of: node)).first { document.name(of: $0) == "label" }
    }

    /// Whether a click on the element does something.
    public func isClickable(_ node: NodeID) -> Bool {
        guard document.isAlive(node), document.isElement(node), !document.isDisabled(node) else { return false }
        if document.hasAttribute(BindingName.click, of: node) || document.isLink(node) || document.isSummary(node) {
            return true
        }
        switch document.controlKind(of: node) {
        case .button, .image, .checkbox, .radio, .file: return true
        case .text, .textarea, .select, .hidden, .range, .color, .output: return false
        case nil: return document.name(of: node) == "label" && document.labeledControl(of: node) != nil
        }
    }
}
