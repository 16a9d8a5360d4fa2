import Basics

extension SelectorParser {
    /// Reads a pseudo-class whose colon was just passed.
    mutating func parsePseudoClass() throws(SelectorError) -> PseudoClass {
        let isElement = skip(":")
        let start = self
        let name = ASCIIText.lowercased(try readIdentifier("a pseudo-class after \":\""))
        guard !isElement else { throw start.error(.pseudoElement(name)) }
        guard skip("(") else {
            if ["before", "after", "first-line", "first-letter"].contains(name) {
                throw start.error(.pseudoElement(name))
            }
            guard let plain = PseudoClass.plain[name] else {
                throw Self.isFunction(name) ? expected("\"(\"") : start.error(.unknownPseudoClass(name))
            }
            return plain
        }
        switch name {
        case "not": return .not(try parseNestedList())
        case "is", "matches": return .is(try parseNestedList())
        case "where": return .where(try parseNestedList())
        case "has":
            return .has(
                try parseNested { (parser: inout SelectorParser) throws(SelectorError) in
                    try parser.parseRelativeList()
                })
        case "nth-child":
            let (pattern, list) = try parseNthAndList()
            return .nthChild(pattern, of: list)
        case "nth-last-child":
            let (pattern, list) = try parseNthAndList()
            return .nthLastChild(pattern, of: list)
        case "nth-of-type": return .nthOfType(try parseNthInParentheses())
        case "nth-last-of-type": return .nthLastOfType(try parseNthInParentheses())
        case _: throw start.error(.unknownPseudoClass(name))
        }
    }

    private static func isFunction(_ name: String) -> Bool {
        [
            "not", "is", "where", "has", "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type",
        ].contains(name)
    }

    private mutating func parseNestedList() throws(SelectorError) -> [ComplexSelector] {
        try parseNested { (parser: inout SelectorParser) throws(SelectorError) in try parser.parseList() }
    }

    private mutating func parseNthInParentheses() throws(SelectorError) -> NthPattern {
        try parseNested { (parser: inout SelectorParser) throws(SelectorError) in try parser.parseNth() }
    }

    private mutating func parseNthAndList() throws(SelectorError) -> (NthPattern, [ComplexSelector]) {
        try parseNested { (parser: inout SelectorParser) throws(SelectorError) in
            let pattern = try parser.parseNth()
            parser.skipWhitespace()
            guard parser.current != UInt8(ascii: ")") else { return (pattern, []) }
            let word = try parser.readIdentifier("\"of\" or \")\"")
            guard ASCIIText.lowercased(word) == "of" else { throw parser.expected("\"of\" or \")\"") }
            return (pattern, try parser.parseList())
        }
    }

    /// Reads `even`, `odd`, `3`, `2n`, `-n+3` (CSS Syntax 3, section 6).
    private mutating func parseNth() throws(SelectorError) -> NthPattern {
        skipWhitespace()
        let what = "\"even\", \"odd\", a number, or a pattern such as \"2n+1\""
        var sign = 1
        if skip("-") {
            sign = -1
        } else if !skip("+"), let word = readWord(["even", "odd"]) {
            return NthPattern(step: 2, offset: word == "odd" ? 1 : 0)
        }
        let number = readDigits()
        guard skip("n") || skip("N") else {
            guard let number else { throw expected(what) }
            return NthPattern(step: 0, offset: sign * number)
        }
        let step = sign * (number ?? 1)
        let beforeOffset = self
        skipWhitespace()
        let isNegative = current == UInt8(ascii: "-")
        guard skip("+") || skip("-") else {
            self = beforeOffset
            return NthPattern(step: step, offset: 0)
        }
        skipWhitespace()
        guard let offset = readDigits() else { throw expected("a number") }
        return NthPattern(step: step, offset: isNegative ? -offset : offset)
    }

    private mutating func readWord(_ words: [String]) -> String? {
        var reader = self
        guard let word = try? reader.readIdentifier(""), words.contains(ASCIIText.lowercased(word)) else { return nil }
        self = reader
        return ASCIIText.lowercased(word)
    }
}
