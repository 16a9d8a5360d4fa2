import Basics

extension Document {
    /// Moves the focus to an element, or away from all.
    package func setActiveElement(_ node: NodeID?) {
        guard activeElement != node else { return }
        if let old = activeElement {
            if hasEdits(old) { setUsed(old) }
            markChanged(old)
        }
        activeElement = node
        if let node { markChanged(node) }
    }

    /// Whether an element can have the focus: it is of a kind that takes it or has a `tabindex`, is not disabled, and
    /// neither it nor anything around it is hidden or inert.
    package func isFocusable(_ node: NodeID) -> Bool {
        takesFocus(node) && !isHiddenByMarkup(node) && !isInert(node)
    }

    /// The elements that Tab goes through: first those with a positive `tabindex`, by it, then the others in tree order
    /// (WHATWG 6.6.3). Of a group of radios only the ticked one, or the first.
    package func tabOrder(below node: NodeID) -> [NodeID] {
        var stops: [(node: NodeID, index: Int)] = []
        var current = following(node.index, below: node.index)
        while let candidate = identifier(current) {
            if isElement(candidate) {
                if isSkippedByTab(candidate) {
                    current = followingSkippingChildren(candidate, below: node)
                    continue
                }
                let index = tabIndex(of: candidate)
                if index >= 0, takesFocus(candidate), isRadioStop(candidate) { stops.append((candidate, index)) }
            }
            current = following(current, below: node.index)
        }
        let first = stops.filter { $0.index > 0 }.enumerated().sorted {
            ($0.element.index, $0.offset) < ($1.element.index, $1.offset)
        }
        return first.map(\.element.node) + stops.filter { $0.index == 0 }.map(\.node)
    }

    /// The `tabindex` of an element; 0 where it says nothing.
    package func tabIndex(of node: NodeID) -> Int {
        attribute("tabindex", of: node).flatMap { Int($0.foldingWhitespace()) } ?? 0
    }

    private func takesFocus(_ node: NodeID) -> Bool {
        guard isElement(node), !isDisabled(node) else { return false }
        if let index = attribute("tabindex", of: node), Int(index.foldingWhitespace()) != nil { return true }
        if let kind = controlKind(of: node) { return kind != .hidden && kind != .output }
        return isLink(node) || isEditable(node) || isSummary(node)
    }

    /// Whether an element opens and closes the `details` around it.
    package func isSummary(_ node: NodeID) -> Bool {
        isHTML(node, "summary")
            && parentElement(of: node).map { isHTML($0, "details") && summary(of: $0) == node } ?? false
    }

    private func isInert(_ node: NodeID) -> Bool {
        hasAttribute("inert", of: node) || ancestors(of: node).contains { hasAttribute("inert", of: $0) }
    }

    private func isSkippedByTab(_ node: NodeID) -> Bool {
        hidesItself(node) || hasAttribute("inert", of: node)
            || parentElement(of: node).map { hides($0, node) } ?? false
    }

    private func isRadioStop(_ node: NodeID) -> Bool {
        guard controlKind(of: node) == .radio else { return true }
        let group = radioGroup(of: node)
        return (group.first(where: isChecked) ?? group.first { !isDisabled($0) }) == node
    }
}
