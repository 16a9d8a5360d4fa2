/// The condition of an at-rule: tests joined by `not`, `and` and `or` (CSS Conditional 3; Media Queries 4).
indirect enum AtRuleCondition: Hashable, Sendable {
    /// What stands in brackets without them, a bare word, or a function as it is written.
    case test(String)
    case not(AtRuleCondition)
    case all([AtRuleCondition])
    case any([AtRuleCondition])

    private static let depthLimit = 16

    /// Reads a condition; commas separate alternatives. An empty one always holds.
    init(_ text: String) {
        let alternatives = CSSScanner.split(text.lowercased(), at: ",").map { Self.parse($0, depth: 0) }
        self = alternatives.isEmpty ? .all([]) : alternatives.count == 1 ? alternatives[0] : .any(alternatives)
    }

    private static func parse(_ text: String, depth: Int) -> AtRuleCondition {
        guard depth < depthLimit else { return .any([]) }
        var words = words(text)[...]
        // In `not screen and (...)`, the whole is negated.
        let isNegatedWhole = words.first == "not" && words.dropFirst().first?.contains("(") == false
        if isNegatedWhole { words.removeFirst() }
        var parts: [AtRuleCondition] = []
        var isNegated = false
        var isAny = false
        for word in words {
            switch word {
            case "not": isNegated = true
            case "or": isAny = true
            case "and", "only": break
            case _:
                let part = condition(word, depth: depth)
                parts.append(isNegated ? .not(part) : part)
                isNegated = false
            }
        }
        let joined: AtRuleCondition = parts.count == 1 ? parts[0] : isAny ? .any(parts) : .all(parts)
        return isNegatedWhole ? .not(joined) : joined
    }

    private static func condition(_ word: String, depth: Int) -> AtRuleCondition {
        guard word.hasPrefix("("), word.hasSuffix(")") else { return .test(word) }
        let inside = String(word.dropFirst().dropLast()).drop { $0.isWhitespace }
        return inside.hasPrefix("(") || inside.hasPrefix("not ") || inside.hasPrefix("not(")
            ? parse(String(inside), depth: depth + 1) : .test(String(inside))
    }

    /// The words of a condition, where sheets without blanks write `(a)and (b)`.
    private static func words(_ text: String) -> [String] {
        CSSScanner.words(text).flatMap { word -> [String] in
            guard word.hasPrefix("("), let end = word.lastIndex(of: ")"), word.index(after: end) < word.endIndex else {
                return [word]
            }
            return [String(word[...end]), String(word[word.index(after: end)...])]
        }
    }

    /// Whether the condition holds, by what holds of its tests.
    func holds(_ isTrue: (String) -> Bool) -> Bool {
        switch self {
        case .test(let test): isTrue(test)
        case .not(let condition): !condition.holds(isTrue)
        case .all(let conditions): conditions.allSatisfy { $0.holds(isTrue) }
        case .any(let conditions): conditions.contains { $0.holds(isTrue) }
        }
    }

    /// Whether some test is such a one.
    func contains(where isFound: (String) -> Bool) -> Bool {
        switch self {
        case .test(let test): isFound(test)
        case .not(let condition): condition.contains(where: isFound)
        case .all(let conditions), .any(let conditions): conditions.contains { $0.contains(where: isFound) }
        }
    }
}
