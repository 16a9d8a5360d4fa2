extension Document {
    /// The labels of a control, in tree order: those that are `for` it, and the one around it (WHATWG 4.10.4).
    package func labels(of control: NodeID) -> [NodeID] {
        guard isLabelable(control) else { return [] }
        let named = attribute("id", of: control).map(references.byLabelTarget.nodes(under:)) ?? []
        var labels = named.filter { isHTML($0, "label") && labeledControl(of: $0) == control }
        if let around = ancestors(of: control).first(where: { isHTML($0, "label") }),
            !hasAttribute("for", of: around), labeledControl(of: around) == control
        {
            labels.append(around)
        }
        return labels.count > 1 ? labels.sorted(by: precedes) : labels
    }

    /// The control that a label is for: the one its `for` names, else the first within it.
    package func labeledControl(of label: NodeID) -> NodeID? {
        if let id = attribute("for", of: label) {
            return element(withID: id).flatMap { isLabelable($0) ? $0 : nil }
        }
        return elements(below: label).first(where: isLabelable)
    }

    private func isLabelable(_ node: NodeID) -> Bool {
        if let kind = controlKind(of: node) { return kind != .hidden }
        return isHTML(node, "meter") || isHTML(node, "progress")
    }
}
