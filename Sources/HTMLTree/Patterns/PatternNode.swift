import Basics

/// A regular expression, read.
indirect enum PatternNode: Sendable {
    case character(PatternClass)
    case start(ofLine: Bool)
    case end(ofLine: Bool)
    case wordBoundary(isNegated: Bool)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// - Parameter isLazy: Whether it is repeated as seldom as will do, which only tells where a match ends.
    case repeated(PatternNode, least: Int, most: Int?, isLazy: Bool)
    /// The first group in round brackets, whose part of the text can be asked for.
    case firstGroup(PatternNode)
    case lookAhead(PatternNode, isNegated: Bool)

    static let nothing = PatternNode.sequence([])

    /// Whether there is nothing to it, so that repeating it is nothing, too.
    var isNothing: Bool {
        if case .sequence(let parts) = self { parts.isEmpty } else { false }
    }
}

/// A set of characters.
struct PatternClass: Sendable {
    indirect enum Item: Sendable {
        case any
        case anyInLine
        case character(Character)
        case range(ClosedRange<UInt32>)
        case digit, word, space
        case category(Set<Unicode.GeneralCategory>)
        case not(PatternClass)
        case nested(PatternClass)
    }

    var items: [Item]
    var isNegated = false
    var ignoresCase = false
    /// Whether `\d`, `\w` and `\s` are those of ASCII.
    var usesASCII = false

    func contains(_ character: Character) -> Bool {
        if holds(character) { return !isNegated }
        guard ignoresCase, character.isCased else { return isNegated }
        let others = [character.lowercased(), character.uppercased()].filter { $0.count == 1 }.compactMap(\.first)
        return others.contains(where: holds) != isNegated
    }

    private func holds(_ character: Character) -> Bool {
        items.contains { item in
            switch item {
            case .any: true
            case .anyInLine: !character.isNewline
            case .character(let other): character == other
            case .range(let range):
                character.unicodeScalars.count == 1
                    && character.unicodeScalars.first.map { range.contains($0.value) } == true
            case .digit: isDigit(character)
            case .word: Self.isWord(character, usesASCII: usesASCII)
            case .space: character.isWhitespace && (!usesASCII || character.isASCII)
            case .category(let categories):
                character.unicodeScalars.first.map { categories.contains($0.properties.generalCategory) } == true
            case .not(let other): !other.contains(character)
            case .nested(let other): other.contains(character)
            }
        }
    }

    private func isDigit(_ character: Character) -> Bool {
        guard !usesASCII else { return character.isASCII && character.isNumber }
        return character.unicodeScalars.first?.properties.generalCategory == .decimalNumber
    }

    static func isWord(_ character: Character, usesASCII: Bool) -> Bool {
        guard !usesASCII || character.isASCII else { return false }
        return character.isLetter || character.isNumber || character == "_"
            || character.unicodeScalars.first?.properties.generalCategory == .connectorPunctuation
    }
}
