/// How many cells text takes in a terminal.
///
/// Characters are grapheme clusters: an emoji sequence or a letter with its marks is one. Control characters count as
/// nothing; `VisibleText` replaces them by visible ones first.
public enum TextWidth {
    /// The cells of one grapheme cluster: 0, 1 or 2.
    public static func width(of character: Character) -> Int {
        let bytes = character.utf8
        if bytes.count == 1, let byte = bytes.first { return byte < 0x20 || byte == 0x7F ? 0 : 1 }
        return width(ofCluster: character.unicodeScalars)
    }

    /// The cells of a text, on one line.
    public static func width(of text: some StringProtocol) -> Int {
        if let count = asciiWidth(of: text.utf8) { return count }
        return text.reduce(0) { $0 + width(of: $1) }
    }

    /// The number of bytes if all of them are printable ASCII, where each is one cell.
    private static func asciiWidth(of bytes: some Collection<UInt8>) -> Int? {
        var count = 0
        for byte in bytes {
            guard byte >= 0x20, byte < 0x7F else { return nil }
            count += 1
        }
        return count
    }

    private static func width(ofCluster scalars: Character.UnicodeScalarView) -> Int {
        guard let first = scalars.first else { return 0 }
        var sum = 0
        var indicators = 0
        for scalar in scalars {
            // Variation selector 16 asks for the emoji picture of a character that is also text.
            if scalar.value == 0xFE0F, first.properties.isEmoji { return 2 }
            if (0x1F1E6...0x1F1FF).contains(scalar.value) { indicators += 1 }
            sum += width(of: scalar)
        }
        return indicators == 2 ? 2 : min(sum, 2)
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? 0 : 1 }
        // Lines and blocks, of which every border is made.
        if (0x2500...0x259F).contains(scalar.value) { return 1 }
        if WideCharacters.contain(scalar.value) { return 2 }
        // The vowels and finals of Hangul combine with the wide initial before them.
        if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) { return 0 }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .format, .control, .lineSeparator, .paragraphSeparator,
            .surrogate:
            return 0
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol,
            .otherSymbol, .spaceSeparator, .privateUse, .unassigned:
            return properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF).contains(scalar.value) ? 2 : 1
        @unknown default:
            return 1
        }
    }
}
