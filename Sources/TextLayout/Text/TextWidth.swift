/// How many cells text takes in a terminal.
///
/// Characters are grapheme clusters: an emoji sequence or a letter with its marks is one. Control characters count as
/// nothing; `VisibleText` replaces them by visible ones first.
package enum TextWidth {
    /// The cells of one grapheme cluster: 0, 1 or 2.
    package static func width(of character: Character) -> Int {
        let bytes = character.utf8
        if bytes.count == 1, let byte = bytes.first { return byte < 0x20 || byte == 0x7F ? 0 : 1 }
        return width(ofCluster: character.unicodeScalars)
    }

    /// The cells of a text, on one line.
    package static func width(of text: some StringProtocol) -> Int {
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
        if AmbiguousWidth.isTwo, scalar.value >= 0xA1, AmbiguousWidth.isWide(scalar) { return 2 }
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

/// The East Asian characters that take two cells (UAX 11, classes W and F), but for emoji, which the standard library
/// knows. Signs that only Unicode 16 made wide are left out, as terminals do not follow yet. Ranges run over unassigned places between wide ones.
private enum WideCharacters {
    static func contain(_ value: UInt32) -> Bool {
        value >= 0x1100 && ranges.haveInOrder(value)
    }

    private static let ranges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
        0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x18D00...0x18DFF, 0x1AFF0...0x1B2FF,
        0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
    ]
}

extension [ClosedRange<UInt32>] {
    /// Whether one of the ranges, which stand in order and apart, has a value.
    func haveInOrder(_ value: UInt32) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low].contains(value)
    }
}
