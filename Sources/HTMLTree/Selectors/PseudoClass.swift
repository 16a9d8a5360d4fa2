/// What an element's place or state has to be.
indirect enum PseudoClass: Hashable, Sendable {
    case not([ComplexSelector])
    case `is`([ComplexSelector])
    /// Like `is`, and weighs nothing.
    case `where`([ComplexSelector])
    case has([RelativeSelector])
    case nthChild(NthPattern, of: [ComplexSelector])
    case nthLastChild(NthPattern, of: [ComplexSelector])
    case nthOfType(NthPattern)
    case nthLastOfType(NthPattern)
    case firstChild, lastChild, onlyChild
    case firstOfType, lastOfType, onlyOfType
    case empty, root, scope
    case checked, disabled, enabled, required, optional, readOnly, readWrite, placeholderShown, valid, invalid
    /// Of controls that a person has been through with once.
    case userValid, userInvalid
    case focus, focusWithin, link
    /// States that nothing in a terminal has, such as `:hover`.
    case never

    var specificity: Specificity {
        let one = Specificity(ids: 0, classes: 1, types: 0)
        switch self {
        case .not(let list), .is(let list):
            return Self.greatest(of: list)
        case .where:
            return .zero
        case .has(let list):
            return Self.greatest(of: list.map(\.selector))
        case .nthChild(_, let list), .nthLastChild(_, let list):
            var total = one
            total += Self.greatest(of: list)
            return total
        case .nthOfType, .nthLastOfType, .firstChild, .lastChild, .onlyChild, .firstOfType, .lastOfType, .onlyOfType,
            .empty, .root, .scope, .checked, .disabled, .enabled, .required, .optional, .readOnly, .readWrite,
            .placeholderShown, .valid, .invalid, .userValid, .userInvalid, .focus, .focusWithin, .link, .never:
            return one
        }
    }

    private static func greatest(of list: [ComplexSelector]) -> Specificity {
        list.map(\.specificity).max() ?? .zero
    }

    /// The pseudo-classes that are a bare name.
    static let plain: [String: PseudoClass] = [
        "first-child": .firstChild, "last-child": .lastChild, "only-child": .onlyChild,
        "first-of-type": .firstOfType, "last-of-type": .lastOfType, "only-of-type": .onlyOfType,
        "empty": .empty, "root": .root, "scope": .scope,
        "checked": .checked, "disabled": .disabled, "enabled": .enabled, "required": .required,
        "optional": .optional, "read-only": .readOnly, "read-write": .readWrite,
        "placeholder-shown": .placeholderShown, "valid": .valid, "invalid": .invalid,
        "user-valid": .userValid, "user-invalid": .userInvalid,
        "focus": .focus, "focus-visible": .focus, "focus-within": .focusWithin,
        "link": .link, "any-link": .link,
        "hover": .never, "active": .never, "visited": .never, "target": .never,
    ]
}

/// The places `step * n + offset` for n = 0, 1, 2, ..., counted from 1, as in `:nth-child(2n+1)`.
struct NthPattern: Hashable, Sendable {
    let step: Int
    let offset: Int

    func contains(_ place: Int) -> Bool {
        let distance = place - offset
        if step == 0 { return distance == 0 }
        return distance % step == 0 && distance / step >= 0
    }
}
