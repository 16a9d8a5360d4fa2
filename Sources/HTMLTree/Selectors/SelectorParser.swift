import Basics

/// Reads selectors (Selectors 4, section 18; CSS Syntax 3 for identifiers, strings and escapes).
struct SelectorParser {
    /// How deep `:not(:is(...))` may go; matching recurses as deep.
    private static let nestingLimit = 32
    /// How many compounds one complex selector may have; matching recurses as deep.
    private static let partLimit = 256

    private let text: String
    private let bytes: [UInt8]
    private(set) var position = 0
    private var depth = 0

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    /// Reads a list up to the end of the text.
    mutating func parseWholeList() throws(SelectorError) -> [ComplexSelector] {
        let list = try parseList()
        guard position == bytes.count else { throw expected("a selector, a combinator or \",\"") }
        return list
    }

    /// Reads a list up to the end or the closing parenthesis around it.
    mutating func parseList() throws(SelectorError) -> [ComplexSelector] {
        var list: [ComplexSelector] = []
        repeat { list.append(try parseComplex()) } while skip(",")
        return list
    }

    /// Reads the argument of `:has()`.
    mutating func parseRelativeList() throws(SelectorError) -> [RelativeSelector] {
        var list: [RelativeSelector] = []
        repeat {
            skipWhitespace()
            let combinator = readCombinator() ?? .descendant
            let selector = try parseComplex(after: combinator)
            let looksAtSiblings = combinator == .nextSibling || combinator == .subsequentSibling
            list.append(RelativeSelector(selector: selector, looksAtSiblings: looksAtSiblings))
        } while skip(",")
        return list
    }

    /// Reads a list in the parentheses that were just opened, and closes them.
    mutating func parseNested<List>(
        _ read: (inout SelectorParser) throws(SelectorError) -> List
    ) throws(SelectorError) -> List {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.nestingLimit else { throw error(.nestedTooDeep(limit: Self.nestingLimit)) }
        let list = try read(&self)
        skipWhitespace()
        guard skip(")") else { throw expected("\")\"") }
        return list
    }

    private mutating func parseComplex(
        after leading: ComplexSelector.Combinator? = nil
    ) throws(SelectorError) -> ComplexSelector {
        var compounds: [CompoundSelector] = []
        var combinators: [ComplexSelector.Combinator] = []
        if let leading {
            var anchor = CompoundSelector()
            anchor.pseudoClasses = [.scope]
            compounds.append(anchor)
            combinators.append(leading)
        }
        skipWhitespace()
        compounds.append(try parseCompound())
        while let combinator = readCombinator() {
            guard compounds.count < Self.partLimit else { throw error(.tooManyParts(limit: Self.partLimit)) }
            combinators.append(combinator)
            compounds.append(try parseCompound())
        }
        return ComplexSelector(compounds: compounds.reversed(), combinators: combinators.reversed())
    }

    /// Reads a combinator with the white space around it; nil where the complex selector ends.
    private mutating func readCombinator() -> ComplexSelector.Combinator? {
        let start = position
        skipWhitespace()
        var combinator: ComplexSelector.Combinator?
        switch current {
        case UInt8(ascii: ">"): combinator = .child
        case UInt8(ascii: "+"): combinator = .nextSibling
        case UInt8(ascii: "~"): combinator = .subsequentSibling
        case nil, UInt8(ascii: ","), UInt8(ascii: ")"): return nil
        case _: return position > start ? .descendant : nil
        }
        position += 1
        skipWhitespace()
        return combinator
    }

    private mutating func parseCompound() throws(SelectorError) -> CompoundSelector {
        var compound = CompoundSelector()
        let start = position
        if skip("*") {
            compound.type = nil
        } else if startsIdentifier {
            let name = try readIdentifier("a type")
            compound.type = CompoundSelector.TypeName(written: name, lowercased: ASCIIText.lowercased(name))
        }
        while let byte = current {
            switch byte {
            case UInt8(ascii: "#"):
                position += 1
                let id = try readName("an id after \"#\"")
                if compound.id == nil { compound.id = id } else { compound.furtherIDs.append(id) }
            case UInt8(ascii: "."):
                position += 1
                compound.classes.append(try readIdentifier("a class after \".\""))
            case UInt8(ascii: "["):
                position += 1
                compound.attributes.append(try parseAttribute())
            case UInt8(ascii: ":"):
                position += 1
                compound.pseudoClasses.append(try parsePseudoClass())
            case _:
                guard position > start else { throw expected("a selector") }
                return compound
            }
        }
        guard position > start else { throw expected("a selector") }
        return compound
    }

    private mutating func parseAttribute() throws(SelectorError) -> AttributeSelector {
        skipWhitespace()
        let name = try readIdentifier("an attribute's name")
        let lowercasedName = ASCIIText.lowercased(name)
        skipWhitespace()
        var test = AttributeSelector.Test.present
        var value = ""
        var caseRule = AttributeSelector.CaseRule.sensitive
        if current != UInt8(ascii: "]") {
            test = try readAttributeTest()
            skipWhitespace()
            value = isQuote(current) ? try readString() : try readIdentifier("a value, or a value in quotes")
            skipWhitespace()
            caseRule =
                AttributeSelector.caseInsensitiveInHTML.contains(lowercasedName) ? .insensitiveInHTML : .sensitive
            if skip("i") || skip("I") {
                caseRule = .insensitive
            } else if skip("s") || skip("S") {
                caseRule = .sensitive
            }
            skipWhitespace()
        }
        guard skip("]") else { throw expected("\"]\"") }
        return AttributeSelector(
            name: name, lowercasedName: lowercasedName, test: test, value: value, caseRule: caseRule)
    }

    private mutating func readAttributeTest() throws(SelectorError) -> AttributeSelector.Test {
        let test: AttributeSelector.Test
        switch current {
        case UInt8(ascii: "="): test = .equal
        case UInt8(ascii: "~"): test = .word
        case UInt8(ascii: "|"): test = .dashed
        case UInt8(ascii: "^"): test = .prefix
        case UInt8(ascii: "$"): test = .suffix
        case UInt8(ascii: "*"): test = .substring
        case _: throw expected("\"=\", \"~=\", \"|=\", \"^=\", \"$=\", \"*=\" or \"]\"")
        }
        if test != .equal { position += 1 }
        guard skip("=") else { throw expected("\"=\"") }
        return test
    }
}

// MARK: - Characters

extension SelectorParser {
    /// The byte at the place of reading; nil at the end.
    var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let current, UInt32(current) == character.value else { return false }
        position += 1
        return true
    }

    /// Passes over white space and comments.
    mutating func skipWhitespace() {
        while let byte = current {
            if byte.isASCIISpace {
                position += 1
            } else if byte == UInt8(ascii: "/"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "*") {
                position += 2
                while position < bytes.count,
                    !(bytes[position] == UInt8(ascii: "*") && position + 1 < bytes.count
                        && bytes[position + 1] == UInt8(ascii: "/"))
                {
                    position += 1
                }
                position = min(position + 2, bytes.count)
            } else {
                return
            }
        }
    }

    /// Reads digits; nil where there is none.
    mutating func readDigits() -> Int? {
        var value: Int?
        while let byte = current, byte.isASCIIDigit {
            let (product, overflowed) = (value ?? 0).multipliedReportingOverflow(by: 10)
            value = overflowed || product > Int(Int32.max) ? Int(Int32.max) : product + Int(byte - UInt8(ascii: "0"))
            position += 1
        }
        return value
    }

    mutating func readIdentifier(_ what: String) throws(SelectorError) -> String {
        guard startsIdentifier else { throw expected(what) }
        return try readName(what)
    }

    private var startsIdentifier: Bool {
        guard let byte = current else { return false }
        guard byte == UInt8(ascii: "-") else { return isNameStart(byte) }
        guard position + 1 < bytes.count else { return false }
        return bytes[position + 1] == UInt8(ascii: "-") || isNameStart(bytes[position + 1])
    }

    private func isNameStart(_ byte: UInt8) -> Bool {
        return byte.isASCIILetter || byte == UInt8(ascii: "_") || byte >= 0x80
            || byte == UInt8(ascii: "\\")
    }

    private mutating func readName(_ what: String) throws(SelectorError) -> String {
        var name: [UInt8] = []
        while let byte = current {
            if byte == UInt8(ascii: "\\") {
                position += 1
                name.append(contentsOf: try readEscape())
            } else if isNameStart(byte) || byte == UInt8(ascii: "-")
                || byte.isASCIIDigit
            {
                name.append(byte)
                position += 1
            } else {
                break
            }
        }
        guard !name.isEmpty else { throw expected(what) }
        return String(decoding: name, as: UTF8.self)
    }

    private func isQuote(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    private mutating func readString() throws(SelectorError) -> String {
        let quote = current
        position += 1
        var value: [UInt8] = []
        while let byte = current, byte != UInt8(ascii: "\n") {
            position += 1
            if byte == quote { return String(decoding: value, as: UTF8.self) }
            if byte == UInt8(ascii: "\\") {
                value.append(contentsOf: try readEscape())
            } else {
                value.append(byte)
            }
        }
        throw expected("the closing quote")
    }

    /// Reads what follows a backslash (CSS Syntax 3, section 4.3.7).
    private mutating func readEscape() throws(SelectorError) -> [UInt8] {
        guard let byte = current else { throw expected("a character after \"\\\"") }
        var code: UInt32?
        var digits = 0
        while let byte = current, digits < 6, let digit = Character(Unicode.Scalar(byte)).hexDigitValue {
            code = (code ?? 0) * 16 + UInt32(digit)
            digits += 1
            position += 1
        }
        guard let code else {
            position += 1
            return [byte]
        }
        if let byte = current, byte.isASCIISpace { position += 1 }
        let scalar = Unicode.Scalar(code).flatMap { $0.value == 0 ? nil : $0 } ?? "\u{FFFD}"
        return Array(String(scalar).utf8)
    }

    func expected(_ what: String) -> SelectorError { error(.expected(what)) }

    func error(_ problem: SelectorError.Problem) -> SelectorError {
        let before = String(decoding: bytes.prefix(position), as: UTF8.self)
        let rest = String(decoding: bytes.dropFirst(position), as: UTF8.self)
        return SelectorError(selector: text, offset: before.count, found: rest.first, problem: problem)
    }
}
