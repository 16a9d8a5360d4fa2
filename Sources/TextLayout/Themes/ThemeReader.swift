/// Reads a theme from lines such as `link = #7cb7ff on #15181c underline` (TheTerminal.md, "Themes").
///
/// Mistakes are gathered, and what is right in the text counts.
package struct ThemeReader {
    static let mostLines = 500
    private static let mostColumns = 400

    static let attributes: [(word: String, attribute: CellStyle.Attributes)] = [
        ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
        ("strikethrough", .strikethrough),
    ]

    package private(set) var theme: Theme
    package private(set) var problems: [ThemeProblem] = []
    /// The lines on which roles are told.
    private var lines: [ColorRole: Int] = [:]
    private var line = 0

    /// - Parameter name: What the theme is called.
    package init(_ text: String, name: String) {
        theme = Theme(name: name, like: .dark)
        let rows = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for row in rows.prefix(Self.mostLines) {
            line += 1
            read(row.prefix(Self.mostColumns))
        }
        if rows.count > Self.mostLines {
            line += 1
            note(.tooLong, at: 1)
        }
        if let ground = Contrast.luminance(of: theme.ground) { theme.scheme = ground < 0.18 ? .dark : .light }
        // Whoever says what the page's ground looks like means it.
        if lines[.text] != nil, theme.ground != .standard { theme.paintsGround = true }
    }

    /// The looks that a text without mistakes gives roles.
    static func looks(in text: String) -> [(ColorRole, RoleLook)] {
        text.split(separator: "\n").compactMap { row in
            let words = words(of: row)
            guard words.count > 2, let role = ColorRole(name: words[0].text) else { return nil }
            var reader = ThemeReader(theme: .plain)
            return (role, reader.look(words.dropFirst(2)))
        }
    }

    private init(theme: Theme) { self.theme = theme }

    private mutating func read(_ row: Substring) {
        let words = Self.words(of: row)
        guard let first = words.first else { return }
        guard words.count > 1, words[1].text == "=" else { return note(.noEqualSign, at: first.column) }
        let rest = words.dropFirst(2)
        if first.text == "base" { return readBase(rest.first, at: first.column) }
        guard let role = ColorRole(name: first.text) else {
            return note(.unknownRole(first.text), at: first.column)
        }
        if let earlier = lines[role] { return note(.roleAgain(role.name, firstLine: earlier), at: first.column) }
        lines[role] = line
        guard !rest.isEmpty else { return note(.nothingSaid(role.name), at: first.column) }
        theme[role] = look(rest)
    }

    private mutating func readBase(_ word: Word?, at column: Int) {
        guard lines.isEmpty else { return note(.baseTooLate, at: column) }
        guard let word else { return note(.nothingSaid("base"), at: column) }
        guard let base = Theme.builtIn(word.text) else { return note(.unknownTheme(word.text), at: word.column) }
        theme = Theme(name: theme.name, like: base)
    }

    private mutating func look(_ words: ArraySlice<Word>) -> RoleLook {
        var look = RoleLook()
        var isGroundNext = false
        var hasForeground = false
        for word in words {
            if word.text == "on" {
                isGroundNext = true
            } else if let attribute = Self.attributes.first(where: { $0.word == word.text })?.attribute {
                look.attributes.insert(attribute)
            } else if let color = Self.color(word.text), isGroundNext || !hasForeground {
                if isGroundNext { look.background = color } else { look.foreground = color }
                if !isGroundNext { hasForeground = true }
                isGroundNext = false
            } else {
                let isColor = isGroundNext || word.text.hasPrefix("#") || word.text.allSatisfy(\.isNumber)
                note(isColor ? .unknownColor(word.text) : .unknownWord(word.text), at: word.column)
                isGroundNext = false
            }
        }
        if isGroundNext, let last = words.last { note(.unknownColor(last.text), at: last.column) }
        return look
    }

    private mutating func note(_ mistake: ThemeProblem.Mistake, at column: Int) {
        problems.append(ThemeProblem(mistake: mistake, line: line, column: column))
    }

    private static func color(_ text: String) -> Color? {
        if text == "default" { return .standard }
        if let number = UInt8(text), number < 16 { return .palette(number) }
        guard text.hasPrefix("#"), text.utf8.count == 4 || text.utf8.count == 7 else { return nil }
        return ColorParser.parse(text)
    }

    private struct Word {
        let text: String
        /// From 1.
        let column: Int
    }

    /// The words of a line up to a comment: what follows a `#` that stands alone or begins the line.
    private static func words(of row: Substring) -> [Word] {
        var words: [Word] = []
        var word = ""
        var start = 1
        func end(_ words: inout [Word]) {
            if !word.isEmpty { words.append(Word(text: word.lowercased(), column: start)) }
        }
        for (place, character) in row.enumerated() {
            let isSign = character == "="
            if character.isWhitespace || isSign {
                end(&words)
                word = ""
                if isSign { words.append(Word(text: "=", column: place + 1)) }
            } else {
                if word.isEmpty { start = place + 1 }
                word.append(character)
            }
        }
        end(&words)
        let comment = words.indices.first { words[$0].text == "#" || ($0 == 0 && words[$0].text.hasPrefix("#")) }
        return comment.map { Array(words[..<$0]) } ?? words
    }
}
