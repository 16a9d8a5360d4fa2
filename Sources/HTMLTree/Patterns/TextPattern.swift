/// A regular expression whose search takes time in proportion to the text, whatever it says.
///
/// Engines that try one way after the other, as that of the standard library does, can take for ever at `(a+)+$`, and
/// cannot be interrupted. This one follows all ways at once (Thompson's simulation), and so knows no back references; it
/// knows no look-behind and no possessive repetition either, and says so. A look-ahead is searched anew at each place;
/// what that costs is bounded as the rest is, and exceeding the bound is an answer of its own.
package struct TextPattern: Sendable {
    /// What is told apart as a character, and what the classes hold.
    package enum Dialect: Hashable, Sendable {
        /// Characters as people see them; the classes are Unicode's.
        case text
        /// Unicode scalars, and the classes `\d`, `\w`, `\s` of ASCII, as `pattern` in HTML has them.
        case html
    }

    package enum Answer: Hashable, Sendable {
        case found
        case notFound
        /// The text is too long for what the expression asks.
        case gaveUp
    }

    package let text: String
    private let dialect: Dialect
    private let program: PatternProgram

    /// - Throws: What is wrong with the expression, and where.
    package init(_ text: String, dialect: Dialect = .text) throws(TextPatternError) {
        self.text = text
        self.dialect = dialect
        var parser = PatternParser(Self.characters(of: text, dialect), usesASCII: dialect == .html)
        program = try PatternProgram(parser.parse())
    }

    /// Whether the expression fits somewhere in a text.
    package func search(_ text: String) -> Answer { search(text, work: PatternSearch.standardWork) }

    /// - Parameter work: How many instructions the search may follow.
    package func search(_ text: String, work: Int) -> Answer {
        var search = PatternSearch(program, Self.characters(of: text, dialect), isWhole: false, limit: work)
        return search.run()
    }

    /// Whether the expression fits a text as a whole.
    package func matchWhole(_ text: String) -> Answer {
        var search = PatternSearch(
            program, Self.characters(of: text, dialect), isWhole: true, limit: PatternSearch.standardWork)
        return search.run()
    }

    /// What a search for a part of a text came to.
    package enum Part: Hashable, Sendable {
        /// The part that the first group fits; without a group in the match, the match.
        case found(String)
        case notFound
        /// The text is too long for what the expression asks.
        case gaveUp
    }

    /// The part of a text that the first group of the expression fits, in the first place that the expression fits.
    package func firstGroup(in text: String) -> Part {
        let characters = Self.characters(of: text, dialect)
        var search = PatternGroupSearch(program, characters, limit: PatternSearch.standardWork)
        guard let range = search.run() else { return search.hasGivenUp ? .gaveUp : .notFound }
        return .found(String(characters[range]))
    }

    private static func characters(of text: String, _ dialect: Dialect) -> [Character] {
        switch dialect {
        case .text: Array(text)
        case .html: text.unicodeScalars.map(Character.init)
        }
    }
}

extension TextPattern: Hashable {
    package static func == (left: TextPattern, right: TextPattern) -> Bool {
        left.text == right.text && left.dialect == right.dialect
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(dialect)
    }
}
