extension ComplexSelector {
    /// How far from an element the answer lies whether a selector matches it.
    public enum Reach: Int, Comparable, Sendable {
        /// In its name and attributes.
        case element
        /// In its state too, such as focus or ticks.
        case state
        /// In other elements too: those above it, beside it or below it.
        case surroundings

        public static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
    }

    /// How far one has to look to match the selector.
    public var reach: Reach {
        guard combinators.isEmpty else { return .surroundings }
        return compounds.flatMap(\.pseudoClasses).map(\.reach).max() ?? .element
    }

    /// Whether an element without attributes can never match.
    public var needsAttributes: Bool {
        compounds.first.map { $0.id != nil || !$0.classes.isEmpty || !$0.attributes.isEmpty } ?? false
    }
}

extension PseudoClass {
    fileprivate var reach: ComplexSelector.Reach {
        switch self {
        case .not(let list), .is(let list), .where(let list): list.map(\.reach).max() ?? .element
        case .has, .nthChild, .nthLastChild, .nthOfType, .nthLastOfType, .firstChild, .lastChild, .onlyChild,
            .firstOfType, .lastOfType, .onlyOfType, .empty, .root, .scope:
            .surroundings
        case .checked, .disabled, .enabled, .required, .optional, .readOnly, .readWrite, .placeholderShown, .valid,
            .invalid, .focus, .focusWithin, .link:
            .state
        case .never: .element
        }
    }
}
