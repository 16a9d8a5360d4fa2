extension Document {
    /// Whether a check box or radio is ticked, or an option chosen.
    package func isChecked(_ node: NodeID) -> Bool {
        switch controlKind(of: node) {
        case .checkbox: return controls[node]?.isChecked ?? hasAttribute("checked", of: node)
        case .radio: return isRadioChecked(node)
        case .text, .textarea, .select, .button, .image, .hidden, .file, .range, .color, .output: return false
        case nil: return isHTML(node, "option") && isSelected(node)
        }
    }

    /// Ticks or unticks a check box or radio; ticking a radio unticks the others of its group.
    package func setChecked(_ isChecked: Bool, of node: NodeID) {
        switch controlKind(of: node) {
        case .checkbox:
            setCheckedState(isChecked, of: node)
        case .radio:
            if isChecked {
                for other in radioGroup(of: node) where other != node { setCheckedState(false, of: other) }
            }
            setCheckedState(isChecked, of: node)
        case .text, .textarea, .select, .button, .image, .hidden, .file, .range, .color, .output, nil:
            return
        }
    }

    /// The radio buttons of which only one can be ticked, in tree order, the given one among them (WHATWG 4.10.5.1.16).
    package func radioGroup(of node: NodeID) -> [NodeID] {
        guard let name = attribute("name", of: node), !name.isEmpty else { return [node] }
        let owner = form(of: node)
        let candidates = owner.map(controls(of:)) ?? Array(elements(below: top(of: node)))
        return candidates.filter {
            controlKind(of: $0) == .radio && attribute("name", of: $0) == name
                && (owner != nil || form(of: $0) == nil)
        }
    }

    func setCheckedState(_ isChecked: Bool, of node: NodeID) {
        guard controls[node]?.isChecked != isChecked else { return }
        controls[node, default: ControlState()].isChecked = isChecked
        markChanged(node)
    }

    /// Of several radios that the markup ticks, the last counts, and a person's tick counts more than the markup.
    private func isRadioChecked(_ node: NodeID) -> Bool {
        if let isChecked = controls[node]?.isChecked { return isChecked }
        guard hasAttribute("checked", of: node) else { return false }
        let others = radioGroup(of: node)
        if others.contains(where: { controls[$0]?.isChecked == true }) { return false }
        return others.last { controls[$0]?.isChecked == nil && hasAttribute("checked", of: $0) } == node
    }

    /// The topmost node of the tree that a node is in.
    func top(of node: NodeID) -> NodeID {
        var top = node
        while let parent = parent(of: top) { top = parent }
        return top
    }
}
