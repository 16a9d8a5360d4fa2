/// A value as a scenario file is to have it.
indirect enum YAMLValue: Hashable, Sendable {
    /// A text, in quotes where it would be read as something else without.
    case text(String)
    /// A number, a word or a size, as it stands.
    case plain(String)
    case list([YAMLValue])
    case mapping([YAMLPair])

    static func mapping(_ key: String, _ value: YAMLValue) -> YAMLValue { .mapping([YAMLPair(key, value)]) }
}

/// A key of a mapping, and its value.
struct YAMLPair: Hashable, Sendable {
    let key: String
    let value: YAMLValue

    init(_ key: String, _ value: YAMLValue) {
        self.key = key
        self.value = value
    }
}

/// Writes values so that they are read back as they are.
enum YAMLWriter {
    /// A value in one line, in flow style.
    static func flow(_ value: YAMLValue) -> String {
        switch value {
        case .text(let text): scalar(text)
        case .plain(let text): text
        case .list(let elements): "[\(elements.map(flow).joined(separator: ", "))]"
        case .mapping(let pairs):
            "{ \(pairs.map { "\(scalar($0.key)): \(flow($0.value))" }.joined(separator: ", ")) }"
        }
    }

    /// A text, without quotes where it is a word, a path or some words.
    static func scalar(_ text: String) -> String {
        isWord(text) || isWords(text) ? text : quoted(text)
    }

    /// A text in double quotes; what cannot be seen is written by its number.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case _ where isSeen(scalar): quoted.unicodeScalars.append(scalar)
            case _: quoted += escaped(scalar)
            }
        }
        return quoted + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (letter, count) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
        return "\\\(letter)\(String(repeating: "0", count: count - digits.count))\(digits)"
    }

    /// Whether a character shows itself, and turns no direction; U+FE0F and its like only change how another looks.
    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        case .spaceSeparator: scalar == " "
        case _: true
        }
    }

    /// Whether a text is a word, a path or an address, without blanks.
    private static func isWord(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isLetter(first) || "/_".unicodeScalars.contains(first) else {
            return false
        }
        let signs = "_./-?=&%+@".unicodeScalars
        return text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) || signs.contains($0) }
            && !Self.readOtherwise.contains(text.lowercased())
    }

    /// Whether a text is words of letters and digits, a letter first, with single blanks between.
    private static func isWords(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isLetter(first), text.last != " ", !text.contains("  ") else {
            return false
        }
        return text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) || " _-/".unicodeScalars.contains($0) }
            && !Self.readOtherwise.contains(text.lowercased()) && !text.contains(" -")
    }

    /// Words that some reader of YAML takes for something else.
    private static let readOtherwise: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
        case _: false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
