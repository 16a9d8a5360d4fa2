extension ComplexSelector {
    /// What decides whether a selector matches an element, apart from the element's name and attributes.
    package struct Reach: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The element's own state, such as focus or ticks.
        package static let state = Reach(rawValue: 1)
        /// Elements around it.
        package static let above = Reach(rawValue: 2)
        /// Its siblings, or its place among them; not those of elements around it.
        package static let beside = Reach(rawValue: 4)
        /// What the element contains.
        package static let below = Reach(rawValue: 8)
    }

    /// How far one has to look from an element to match the selector.
    package var reach: Reach {
        var reach = compounds.first?.reach ?? []
        guard let first = combinators.first else { return reach }
        reach.insert(first.isBeside ? .beside : .above)
        if combinators.contains(where: { !$0.isBeside }) { reach.insert(.above) }
        return reach
    }

    /// Whether the selector asks for an id or an attribute, which an element without them cannot have.
    package var needsAttributes: Bool {
        compounds.first.map { $0.id != nil || !$0.attributes.isEmpty } ?? false
    }

    /// Whether attributes, states or contents of an element can decide about its siblings or about elements around it.
    package var looksBack: Bool {
        combinators.contains(where: \.isBeside) || compounds.contains { $0.pseudoClasses.contains(where: \.looksBack) }
    }

    /// What elements further up have to be: of `.open > li:first-child em`, `.open` and `.open > li:first-child`.
    ///
    /// As long as the elements around an element fulfil the same conditions, and its siblings are the same, a selector
    /// says the same of it. Conditions of names alone are left out, since only a move can change them.
    package var conditions: [ComplexSelector] {
        var found: [ComplexSelector] = []
        for place in combinators.indices where !combinators[place].isBeside {
            let condition = ComplexSelector(
                compounds: Array(compounds[(place + 1)...]), combinators: Array(combinators[(place + 1)...]))
            if !condition.asksForNamesOnly { found.append(condition) }
        }
        for compound in compounds { found += compound.pseudoClasses.flatMap(\.selectors).flatMap(\.conditions) }
        return found
    }

    private var asksForNamesOnly: Bool {
        !combinators.contains(where: \.isBeside) && compounds.allSatisfy(\.asksForNameOnly)
    }

    /// The attributes that the selector asks for in brackets, of whatever element.
    package var attributeNames: Set<String> {
        var names: Set<String> = []
        for compound in compounds {
            for attribute in compound.attributes { names.formUnion([attribute.name, attribute.lowercasedName]) }
            for selector in compound.pseudoClasses.flatMap(\.selectors) { names.formUnion(selector.attributeNames) }
        }
        return names
    }

    /// The ids that the selector asks for, of whatever element.
    package var ids: Set<String> {
        var ids: Set<String> = []
        for compound in compounds {
            ids.formUnion([compound.id].compactMap { $0 } + compound.furtherIDs)
            for selector in compound.pseudoClasses.flatMap(\.selectors) { ids.formUnion(selector.ids) }
        }
        return ids
    }
}

extension ComplexSelector.Combinator {
    fileprivate var isBeside: Bool {
        switch self {
        case .nextSibling, .subsequentSibling: true
        case .descendant, .child: false
        }
    }
}

extension CompoundSelector {
    fileprivate var reach: ComplexSelector.Reach {
        pseudoClasses.reduce(into: []) { $0.formUnion($1.reach) }
    }

    fileprivate var asksForNameOnly: Bool {
        id == nil && furtherIDs.isEmpty && classes.isEmpty && attributes.isEmpty && pseudoClasses.isEmpty
    }
}

extension PseudoClass {
    fileprivate var reach: ComplexSelector.Reach {
        switch self {
        case .not(let list), .is(let list), .where(let list): return list.reduce(into: []) { $0.formUnion($1.reach) }
        case .has(let list): return list.contains(where: \.looksAtSiblings) ? [.below, .beside] : .below
        case .nthChild(_, let list), .nthLastChild(_, let list):
            return list.reduce(into: .beside) { $0.formUnion($1.reach) }
        case .nthOfType, .nthLastOfType, .firstChild, .lastChild, .onlyChild, .firstOfType, .lastOfType, .onlyOfType:
            return .beside
        case .root, .scope: return .above
        case .empty: return .below
        case .focusWithin, .valid, .invalid: return [.state, .below]
        case .checked, .disabled, .enabled, .required, .optional, .readOnly, .readWrite, .placeholderShown, .userValid,
            .userInvalid, .focus, .link:
            return .state
        case .never: return []
        }
    }

    fileprivate var looksBack: Bool {
        switch self {
        case .not(let list), .is(let list), .where(let list): list.contains(where: \.looksBack)
        case .has, .empty, .focusWithin, .valid, .invalid: true
        case .nthChild(_, let list), .nthLastChild(_, let list): !list.isEmpty
        case .nthOfType, .nthLastOfType, .firstChild, .lastChild, .onlyChild, .firstOfType, .lastOfType, .onlyOfType,
            .root, .scope, .checked, .disabled, .enabled, .required, .optional, .readOnly, .readWrite,
            .placeholderShown, .userValid, .userInvalid, .focus, .link, .never:
            false
        }
    }

    /// The selectors in the brackets of the pseudo-class.
    fileprivate var selectors: [ComplexSelector] {
        switch self {
        case .not(let list), .is(let list), .where(let list), .nthChild(_, let list), .nthLastChild(_, let list): list
        case .has(let list): list.map(\.selector)
        case .nthOfType, .nthLastOfType, .firstChild, .lastChild, .onlyChild, .firstOfType, .lastOfType, .onlyOfType,
            .empty, .root, .scope, .checked, .disabled, .enabled, .required, .optional, .readOnly, .readWrite,
            .placeholderShown, .valid, .invalid, .userValid, .userInvalid, .focus, .focusWithin, .link, .never:
            []
        }
    }
}
