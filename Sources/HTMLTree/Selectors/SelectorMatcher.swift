import Basics

/// Matches elements against selectors, from right to left.
struct SelectorMatcher {
    /// What a failed match says of other candidates, so that backtracking stays cheap.
    private enum Outcome {
        case matches
        /// Another element may match.
        case fails
        /// No sibling of the element will match either.
        case failsForSiblings
        /// No element further up will match either.
        case failsForAll
    }

    let document: Document
    /// What `:scope` stands for; the root element when nil.
    let scope: NodeID?

    func matches(_ node: NodeID, anyOf list: [ComplexSelector]) -> Bool {
        for selector in list where matches(node, selector) { return true }
        return false
    }

    func matches(_ node: NodeID, _ selector: ComplexSelector) -> Bool {
        document.isElement(node) && outcome(of: node, selector, at: 0) == .matches
    }

    private func outcome(of node: NodeID, _ selector: ComplexSelector, at place: Int) -> Outcome {
        guard matches(node, selector.compounds[place]) else { return .fails }
        guard place < selector.combinators.count else { return .matches }
        switch selector.combinators[place] {
        case .descendant:
            var ancestor = document.parentElement(of: node)
            while let candidate = ancestor {
                let result = outcome(of: candidate, selector, at: place + 1)
                if result == .matches || result == .failsForAll { return result }
                ancestor = document.parentElement(of: candidate)
            }
            return .failsForAll
        case .child:
            guard let parent = document.parentElement(of: node) else { return .failsForAll }
            let result = outcome(of: parent, selector, at: place + 1)
            return result == .matches || result == .failsForAll ? result : .failsForSiblings
        case .nextSibling:
            guard let sibling = document.previousElement(of: node) else { return .failsForSiblings }
            return outcome(of: sibling, selector, at: place + 1)
        case .subsequentSibling:
            var sibling = document.previousElement(of: node)
            while let candidate = sibling {
                let result = outcome(of: candidate, selector, at: place + 1)
                if result != .fails { return result }
                sibling = document.previousElement(of: candidate)
            }
            return .failsForSiblings
        }
    }

    private func matches(_ node: NodeID, _ compound: CompoundSelector) -> Bool {
        let isHTML = document.namespace(of: node) == .html
        if let type = compound.type, document[node].content != (isHTML ? type.lowercased : type.written) {
            return false
        }
        if let id = compound.id, !hasAttribute("id", of: node, where: { $0 == id }) { return false }
        for id in compound.furtherIDs where !hasAttribute("id", of: node, where: { $0 == id }) { return false }
        for name in compound.classes {
            guard hasAttribute("class", of: node, where: { ASCIIText.hasWord(name, in: $0, ignoringCase: false) })
            else { return false }
        }
        for attribute in compound.attributes {
            guard document[node].attributes.contains(where: { attribute.matches($0, isHTML: isHTML) }) else {
                return false
            }
        }
        for pseudoClass in compound.pseudoClasses where !matches(node, pseudoClass) { return false }
        return true
    }

    private func hasAttribute(_ name: String, of node: NodeID, where test: (String) -> Bool) -> Bool {
        for attribute in document[node].attributes where attribute.name == name { return test(attribute.value) }
        return false
    }
}
