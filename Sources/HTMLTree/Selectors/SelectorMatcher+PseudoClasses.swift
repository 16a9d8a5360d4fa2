extension SelectorMatcher {
    func matches(_ node: NodeID, _ pseudoClass: PseudoClass) -> Bool {
        switch pseudoClass {
        case .not(let list): !matches(node, anyOf: list)
        case .is(let list), .where(let list): matches(node, anyOf: list)
        case .has(let list): list.contains { has(node, $0) }
        case .nthChild(let pattern, let list): matches(node, pattern, of: list, fromEnd: false)
        case .nthLastChild(let pattern, let list): matches(node, pattern, of: list, fromEnd: true)
        case .nthOfType(let pattern): pattern.contains(1 + siblings(of: node, after: false, where: sameType(as: node)))
        case .nthLastOfType(let pattern):
            pattern.contains(1 + siblings(of: node, after: true, where: sameType(as: node)))
        case .firstChild: document.previousElement(of: node) == nil
        case .lastChild: document.nextElement(of: node) == nil
        case .onlyChild: document.previousElement(of: node) == nil && document.nextElement(of: node) == nil
        case .firstOfType: !hasSameType(node, after: false)
        case .lastOfType: !hasSameType(node, after: true)
        case .onlyOfType: !hasSameType(node, after: false) && !hasSameType(node, after: true)
        case .empty: isEmpty(node)
        case .root: document.parent(of: node) == document.root
        case .scope: scope.map { $0 == node } ?? (document.parent(of: node) == document.root)
        case .checked: document.isChecked(node)
        case .disabled: document.isDisabled(node)
        case .enabled: document.canBeDisabled(node) && !document.isDisabled(node)
        case .required: document.isRequired(node)
        case .optional: document.canBeRequired(node) && !document.isRequired(node)
        case .readOnly: !document.isEditable(node)
        case .readWrite: document.isEditable(node)
        case .placeholderShown: document.showsPlaceholder(node)
        case .valid: document.isValid(node) == true
        case .invalid: document.isValid(node) == false
        case .userValid: document.isUsed(node) && document.isValid(node) == true
        case .userInvalid: document.isUsed(node) && document.isValid(node) == false
        case .focus: document.activeElement == node
        case .focusWithin: document.activeElement.map { document.contains(node, $0) } ?? false
        case .link: document.isLink(node)
        case .never: false
        }
    }

    private func has(_ node: NodeID, _ relative: RelativeSelector) -> Bool {
        let matcher = SelectorMatcher(document: document, scope: node)
        guard relative.looksAtSiblings else {
            return document.elements(below: node).contains { matcher.matches($0, relative.selector) }
        }
        var sibling = document.nextElement(of: node)
        while let candidate = sibling {
            if matcher.matches(candidate, relative.selector) { return true }
            if document.elements(below: candidate).contains(where: { matcher.matches($0, relative.selector) }) {
                return true
            }
            sibling = document.nextElement(of: candidate)
        }
        return false
    }

    private func matches(
        _ node: NodeID, _ pattern: NthPattern, of list: [ComplexSelector], fromEnd: Bool
    ) -> Bool {
        if list.isEmpty {
            return pattern.contains(
                fromEnd ? 1 + siblings(of: node, after: true) { _ in true } : document.childIndex(of: node))
        }
        guard matches(node, anyOf: list) else { return false }
        return pattern.contains(1 + siblings(of: node, after: fromEnd) { matches($0, anyOf: list) })
    }

    /// How many of the siblings before or after an element pass a test.
    private func siblings(of node: NodeID, after: Bool, where test: (NodeID) -> Bool) -> Int {
        var count = 0
        var sibling = after ? document.nextElement(of: node) : document.previousElement(of: node)
        while let candidate = sibling {
            if test(candidate) { count += 1 }
            sibling = after ? document.nextElement(of: candidate) : document.previousElement(of: candidate)
        }
        return count
    }

    private func hasSameType(_ node: NodeID, after: Bool) -> Bool {
        let isSame = sameType(as: node)
        var sibling = after ? document.nextElement(of: node) : document.previousElement(of: node)
        while let candidate = sibling {
            if isSame(candidate) { return true }
            sibling = after ? document.nextElement(of: candidate) : document.previousElement(of: candidate)
        }
        return false
    }

    private func sameType(as node: NodeID) -> (NodeID) -> Bool {
        let name = document.name(of: node)
        let namespace = document.namespace(of: node)
        return { [document] in document.name(of: $0) == name && document.namespace(of: $0) == namespace }
    }

    private func isEmpty(_ node: NodeID) -> Bool {
        document.children(of: node).allSatisfy { child in
            switch document.kind(of: child) {
            case .element: false
            case .text: document.text(of: child).isEmpty
            case .document, .doctype, .comment, .fragment: true
            }
        }
    }
}
