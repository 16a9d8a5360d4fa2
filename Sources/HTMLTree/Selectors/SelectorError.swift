/// What is wrong with a selector, and where.
package struct SelectorError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Problem: Hashable, Sendable {
        /// Something else stands where `what` has to.
        case expected(_ what: String)
        case unknownPseudoClass(String)
        /// Pseudo-elements are no elements, so nothing can be found by them.
        case pseudoElement(String)
        case nestedTooDeep(limit: Int)
        case tooManyParts(limit: Int)
    }

    /// The selector as written.
    package let selector: String
    /// How many characters stand before the place.
    package let offset: Int
    /// The character at the place; nil at the end.
    package let found: Character?
    package let problem: Problem

    /// The error in one line, without the selector itself.
    package var message: String {
        switch problem {
        case .expected(let what):
            "expected \(what), found \(found.map { "\"\($0)\"" } ?? "the end")"
        case .unknownPseudoClass(let name):
            "unknown pseudo-class \":\(name)\""
        case .pseudoElement(let name):
            "\"::\(name)\" is a pseudo-element; it selects no element"
        case .nestedTooDeep(let limit):
            "selectors are nested more than \(limit) deep"
        case .tooManyParts(let limit):
            "more than \(limit) parts in one selector"
        }
    }

    package var description: String { "selector \"\(selector)\", character \(offset + 1): \(message)" }
}
