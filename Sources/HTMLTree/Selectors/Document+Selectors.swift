extension Document {
    /// Whether an element is selected.
    ///
    /// - Parameter scope: What `:scope` stands for; the root element unless told.
    package func matches(_ node: NodeID, _ selector: Selector, scope: NodeID? = nil) -> Bool {
        SelectorMatcher(document: self, scope: scope).matches(node, anyOf: selector.alternatives)
    }

    /// Whether an element is selected by one alternative of a selector.
    package func matches(_ node: NodeID, _ selector: ComplexSelector) -> Bool {
        SelectorMatcher(document: self, scope: nil).matches(node, selector)
    }

    /// The nearest selected element among a node and what is above it.
    package func closest(_ node: NodeID, _ selector: Selector) -> NodeID? {
        matches(node, selector, scope: node) ? node : ancestors(of: node).first { matches($0, selector, scope: node) }
    }

    /// The first selected element below a node, in document order.
    package func first(_ selector: Selector, below node: NodeID) -> NodeID? {
        if let found = elementsByID(selector, below: node) { return found.first }
        return elements(below: node).first { matches($0, selector, scope: scope(node)) }
    }

    /// All selected elements below a node, in document order.
    package func all(_ selector: Selector, below node: NodeID) -> [NodeID] {
        elementsByID(selector, below: node)
            ?? elements(below: node).filter { matches($0, selector, scope: scope(node)) }
    }

    /// What a selector that asks for an id selects, found without a walk; nil for other selectors.
    private func elementsByID(_ selector: Selector, below node: NodeID) -> [NodeID]? {
        guard let id = selector.onlyID, isConnected(node) else { return nil }
        let found = references.byID.nodes(under: id).filter {
            $0 != node && contains(node, $0) && matches($0, selector, scope: scope(node))
        }
        return found.count > 1 ? found.sorted(by: precedes) : found
    }

    /// What `:scope` stands for in a search below a node.
    private func scope(_ node: NodeID) -> NodeID? { isElement(node) ? node : nil }
}

extension Selector {
    /// The id that every selected element has, where there is one.
    fileprivate var onlyID: String? {
        alternatives.count == 1 ? alternatives[0].id : nil
    }
}
