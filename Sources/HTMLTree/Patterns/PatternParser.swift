/// Reads regular expressions as people write them.
struct PatternParser {
    /// The most times that anything is repeated by a number.
    static let repetitionLimit = 1000
    /// How deep groups may lie in each other.
    private static let depthLimit = 100

    private struct Flags {
        var ignoresCase = false
        var dotTakesNewlines = false
        var anchorsAreOfLines = false
    }

    private let text: [Character]
    let usesASCII: Bool
    private(set) var index = 0
    private var flags = Flags()
    private var depth = 0
    /// Whether a group whose part of the text can be asked for was met.
    private var hasGroup = false

    init(_ text: [Character], usesASCII: Bool) {
        self.text = text
        self.usesASCII = usesASCII
    }

    mutating func parse() throws(TextPatternError) -> PatternNode {
        let node = try choice()
        if let sign = next { throw error(.unopened(sign)) }
        return node
    }

    // MARK: - Signs

    var next: Character? { index < text.count ? text[index] : nil }

    mutating func advance() { index += 1 }

    mutating func take(_ sign: Character) -> Bool {
        guard next == sign else { return false }
        index += 1
        return true
    }

    private mutating func take(_ signs: String) -> Bool {
        guard text[min(index, text.count)...].starts(with: signs) else { return false }
        index += signs.count
        return true
    }

    func error(_ problem: TextPatternError.Problem, at offset: Int? = nil) -> TextPatternError {
        TextPatternError(problem: problem, offset: offset ?? index)
    }

    // MARK: - Structure

    private mutating func choice() throws(TextPatternError) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw error(.tooDeep) }
        var ways = [try sequence()]
        while take("|" as Character) { ways.append(try sequence()) }
        return ways.count == 1 ? ways[0] : .choice(ways)
    }

    private mutating func sequence() throws(TextPatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while let sign = next, sign != "|", sign != ")" {
            let start = index
            let part = try repetitions(of: try atom(), from: start)
            if !part.isNothing { parts.append(part) }
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func repetitions(
        of atom: PatternNode, from start: Int
    ) throws(TextPatternError) -> PatternNode {
        guard let (least, most) = try repetition() else { return atom }
        let isLazy = take("?" as Character)
        if !isLazy, next == "+" { throw error(.unsupported(.possessiveRepetition)) }
        if try repetition() != nil { throw error(.nothingToRepeat, at: start) }
        return atom.isNothing || most == 0 ? .nothing : .repeated(atom, least: least, most: most, isLazy: isLazy)
    }

    private mutating func repetition() throws(TextPatternError) -> (least: Int, most: Int?)? {
        if take("*" as Character) { return (0, nil) }
        if take("+" as Character) { return (1, nil) }
        if take("?" as Character) { return (0, 1) }
        let start = index
        guard take("{" as Character) else { return nil }
        let least = number()
        let hasComma = take("," as Character)
        let most = hasComma ? number() : least
        guard take("}" as Character), least != nil || (hasComma && most != nil) else {
            // Braces that hold no numbers are themselves.
            index = start
            return nil
        }
        let lowest = least ?? 0
        guard lowest <= Self.repetitionLimit, most.map({ $0 >= lowest && $0 <= Self.repetitionLimit }) ?? true else {
            throw error(.badRepetition, at: start)
        }
        return (lowest, hasComma ? most : lowest)
    }

    private mutating func number() -> Int? {
        var number: Int?
        while let digit = next, digit.isASCII, let value = digit.wholeNumberValue {
            number = min((number ?? 0) * 10 + value, 1_000_000)
            advance()
        }
        return number
    }

    // MARK: - Atoms

    private mutating func atom() throws(TextPatternError) -> PatternNode {
        let start = index
        guard let sign = next else { return .nothing }
        advance()
        switch sign {
        case "(": return try group(from: start)
        case "[": return .character(try set(from: start))
        case ".": return .character(oneOf([flags.dotTakesNewlines ? .any : .anyInLine]))
        case "^": return .start(ofLine: flags.anchorsAreOfLines)
        case "$": return .end(ofLine: flags.anchorsAreOfLines)
        case "*", "+", "?": throw error(.nothingToRepeat, at: start)
        case "\\": return try escape(from: start)
        case _: return .character(oneOf([.character(sign)]))
        }
    }

    private mutating func escape(from start: Int) throws(TextPatternError) -> PatternNode {
        switch next {
        case "b": advance(); return .wordBoundary(isNegated: false)
        case "B": advance(); return .wordBoundary(isNegated: true)
        case "A": advance(); return .start(ofLine: false)
        case "z", "Z": advance(); return .end(ofLine: false)
        case _: return .character(oneOf([try escapedItem(from: start)]))
        }
    }

    func oneOf(_ items: [PatternClass.Item], isNegated: Bool = false) -> PatternClass {
        PatternClass(items: items, isNegated: isNegated, ignoresCase: flags.ignoresCase, usesASCII: usesASCII)
    }

    private mutating func group(from start: Int) throws(TextPatternError) -> PatternNode {
        let outer = flags
        var isNumbered = true
        if take("?" as Character) {
            if take("=" as Character) { return .lookAhead(try closing(start), isNegated: false) }
            if take("!" as Character) { return .lookAhead(try closing(start), isNegated: true) }
            if take("<=") || take("<!") { throw error(.unsupported(.lookBehind), at: start) }
            if take(">" as Character) { throw error(.unsupported(.atomicGroup), at: start) }
            if take("<" as Character) || take("P<") {
                while let sign = next, sign != ">" {
                    if sign.isLetter || sign.isNumber || sign == "_" { advance() } else { break }
                }
                guard take(">" as Character) else { throw error(.unclosed("<"), at: start) }
            } else {
                // The flags hold to the end of the group around, which puts them back.
                if try setFlags(from: start) { return .nothing }
                isNumbered = false
            }
        }
        let isFirst = isNumbered && !hasGroup
        if isFirst { hasGroup = true }
        let node = try closing(start)
        flags = outer
        return isFirst ? .firstGroup(node) : node
    }

    /// What stands in a group, and its end.
    private mutating func closing(_ start: Int) throws(TextPatternError) -> PatternNode {
        let node = try choice()
        guard take(")" as Character) else { throw error(.unclosed("("), at: start) }
        return node
    }

    /// Reads `i:` or `i)`, and `:` alone.
    ///
    /// - Returns: Whether the group ends with the flags.
    private mutating func setFlags(from start: Int) throws(TextPatternError) -> Bool {
        var isOn = true
        while let sign = next {
            advance()
            switch sign {
            case "i": flags.ignoresCase = isOn
            case "s": flags.dotTakesNewlines = isOn
            case "m": flags.anchorsAreOfLines = isOn
            case "-": isOn = false
            case ":": return false
            case ")": return true
            case _: throw error(.unsupported(.otherGroup), at: start)
            }
        }
        throw error(.unclosed("("), at: start)
    }
}
