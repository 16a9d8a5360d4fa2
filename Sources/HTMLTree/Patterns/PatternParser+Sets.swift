import Basics

extension PatternParser {
    /// A set in brackets, after the opening one.
    mutating func set(from start: Int) throws(TextPatternError) -> PatternClass {
        let isNegated = take("^" as Character)
        var items: [PatternClass.Item] = []
        while let sign = next, sign != "]" || items.isEmpty && !usesASCII {
            let place = index
            advance()
            if sign == "&", next == "&" { throw error(.unsupported(.setOperation), at: place) }
            switch sign {
            case "[" where !usesASCII: items.append(.nested(try flatSet(from: place)))
            case "\\": items.append(try rangeOrItem(try escapedItem(from: place), from: place))
            case let sign: items.append(try rangeOrItem(.character(sign), from: place))
            }
        }
        guard take("]" as Character) else { throw error(.unclosed("["), at: start) }
        return oneOf(items, isNegated: isNegated)
    }

    /// A set within a set, which holds no further one.
    private mutating func flatSet(from start: Int) throws(TextPatternError) -> PatternClass {
        let isNegated = take("^" as Character)
        var items: [PatternClass.Item] = []
        while let sign = next, sign != "]" {
            let place = index
            advance()
            if sign == "[" { throw error(.tooDeep, at: place) }
            let item = sign == "\\" ? try escapedItem(from: place) : .character(sign)
            items.append(try rangeOrItem(item, from: place))
        }
        guard take("]" as Character) else { throw error(.unclosed("["), at: start) }
        return oneOf(items, isNegated: isNegated)
    }

    /// The range that begins with an item, if a `-` and an end follow.
    private mutating func rangeOrItem(
        _ item: PatternClass.Item, from start: Int
    ) throws(TextPatternError) -> PatternClass.Item {
        guard case .character(let first) = item, next == "-" else { return item }
        let before = self
        advance()
        guard let sign = next, sign != "]", sign != "[" else {
            // A `-` at the end is itself.
            self = before
            return item
        }
        let place = index
        advance()
        guard case .character(let last) = sign == "\\" ? try escapedItem(from: place) : .character(sign),
            let low = first.unicodeScalars.first?.value, let high = last.unicodeScalars.first?.value, low <= high
        else { throw error(.badRange, at: start) }
        return .range(low...high)
    }

    /// What an escape stands for, after its backslash.
    mutating func escapedItem(from start: Int) throws(TextPatternError) -> PatternClass.Item {
        guard let sign = next else { throw error(.unknownEscape(""), at: start) }
        advance()
        switch sign {
        case "d": return .digit
        case "w": return .word
        case "s": return .space
        case "D": return .not(oneOf([.digit]))
        case "W": return .not(oneOf([.word]))
        case "S": return .not(oneOf([.space]))
        case "t": return .character("\t")
        case "n": return .character("\n")
        case "r": return .character("\r")
        case "f": return .character("\u{C}")
        case "v": return .character("\u{B}")
        case "0": return .character("\0")
        case "x": return .character(try scalar(digits: 2, from: start))
        case "u": return .character(try scalar(digits: 4, from: start))
        case "p": return .category(try categories(from: start))
        case "P": return .not(oneOf([.category(try categories(from: start))]))
        case "k": throw error(.unsupported(.backReference), at: start)
        case _ where sign.isASCII && sign.isNumber: throw error(.unsupported(.backReference), at: start)
        case _ where sign.isASCII && sign.isLetter: throw error(.unknownEscape(String(sign)), at: start)
        case _: return .character(sign)
        }
    }

    /// A character by its number: so many digits, or any in braces.
    private mutating func scalar(digits count: Int, from start: Int) throws(TextPatternError) -> Character {
        var text = ""
        if take("{" as Character) {
            while let sign = next, sign != "}", text.count < 8 {
                text.append(sign)
                advance()
            }
            guard take("}" as Character) else { throw error(.unclosed("{"), at: start) }
        } else {
            while text.count < count, let sign = next {
                text.append(sign)
                advance()
            }
            guard text.count == count else { throw error(.unknownEscape(text), at: start) }
        }
        guard let scalar = UInt32(text, radix: 16).flatMap(Unicode.Scalar.init) else {
            throw error(.unknownEscape(text), at: start)
        }
        return Character(scalar)
    }

    /// A kind of characters, as `{Lu}` or `{L}`.
    private mutating func categories(from start: Int) throws(TextPatternError) -> Set<Unicode.GeneralCategory> {
        var name = ""
        guard take("{" as Character) else { throw error(.unknownProperty(""), at: start) }
        while let sign = next, sign != "}", name.count < 40 {
            name.append(sign)
            advance()
        }
        guard take("}" as Character) else { throw error(.unclosed("{"), at: start) }
        let found = Self.categories.filter { $0.key == name || (name.count == 1 && $0.key.hasPrefix(name)) }.map(
            \.value)
        if !found.isEmpty { return Set(found) }
        guard let letter = Self.longNames[name] else { throw error(.unknownProperty(name), at: start) }
        return Set(Self.categories.filter { $0.key.hasPrefix(letter) }.map(\.value))
    }

    private static let longNames = [
        "Letter": "L", "Mark": "M", "Number": "N", "Punctuation": "P", "Symbol": "S", "Separator": "Z", "Other": "C",
        "Alphabetic": "L", "Uppercase": "Lu", "Lowercase": "Ll",
    ]

    private static let categories: [String: Unicode.GeneralCategory] = [
        "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter, "Lm": .modifierLetter,
        "Lo": .otherLetter, "Mn": .nonspacingMark, "Mc": .spacingMark, "Me": .enclosingMark, "Nd": .decimalNumber,
        "Nl": .letterNumber, "No": .otherNumber, "Pc": .connectorPunctuation, "Pd": .dashPunctuation,
        "Ps": .openPunctuation, "Pe": .closePunctuation, "Pi": .initialPunctuation, "Pf": .finalPunctuation,
        "Po": .otherPunctuation, "Sm": .mathSymbol, "Sc": .currencySymbol, "Sk": .modifierSymbol, "So": .otherSymbol,
        "Zs": .spaceSeparator, "Zl": .lineSeparator, "Zp": .paragraphSeparator, "Cc": .control, "Cf": .format,
        "Cs": .surrogate, "Co": .privateUse, "Cn": .unassigned,
    ]
}
