/// What a terminal can be trusted to show in one or two cells for a grapheme cluster.
///
/// A terminal places text by code points, and terminals disagree about sequences. So only what all agree about is sent:
/// a base and up to four marks without width of their own. For the rest there is a stand-in of the same width:
/// - an emoji of several, joined by U+200D or with a colour of skin or a region's tags (a family, an astronaut, a thumb),
///   shows as a placeholder, since any of its parts alone would be another emoji,
/// - a flag shows the two letters of its country,
/// - an emoji that only a variation selector makes wide is followed by a blank,
/// - a character of another width than expected, or one that steers the terminal, shows as a replacement character.
struct Glyph: Equatable {
    /// The most code points a cell of ncurses holds (`CCHARW_MAX`).
    static let mostScalars = 5

    /// The code points of one terminal cell, or of two where the first is wide.
    let scalars: [Unicode.Scalar]
    let width: Int

    /// Splits a cell's text into glyphs that fill exactly its width.
    ///
    /// - Parameters:
    ///   - text: One grapheme cluster.
    ///   - width: The cells it has, 1 or 2.
    ///   - widthOf: How wide the system takes a code point to be; negative for what cannot be shown.
    static func glyphs(of text: String, width: Int, widthOf: (Unicode.Scalar) -> Int) -> [Glyph] {
        if isEmojiSequence(text.unicodeScalars) {
            let sign = replacement(widthOf)
            return [sign] + Array(repeating: blank, count: max(0, width - sign.width))
        }
        var glyphs: [Glyph] = []
        var used = 0
        for scalar in text.unicodeScalars {
            if let letter = countryLetter(scalar) {
                guard used < width else { break }
                glyphs.append(Glyph(scalars: [letter], width: 1))
                used += 1
                continue
            }
            let ownWidth = isSafe(scalar) ? widthOf(scalar) : -1
            if ownWidth == 0, let last = glyphs.last {
                guard last.scalars.count < mostScalars, !isInvisible(scalar) else { continue }
                glyphs[glyphs.count - 1] = Glyph(scalars: last.scalars + [scalar], width: last.width)
                continue
            }
            guard used + max(ownWidth, 1) <= width else {
                if glyphs.isEmpty { glyphs = [replacement(widthOf)] }
                break
            }
            guard ownWidth > 0 else {
                glyphs.append(replacement(widthOf))
                used += 1
                continue
            }
            glyphs.append(Glyph(scalars: [scalar], width: ownWidth))
            used += ownWidth
        }
        let filled = glyphs.reduce(0) { $0 + $1.width }
        return glyphs + Array(repeating: blank, count: max(0, width - filled))
    }

    /// Whether a terminal that takes grapheme clusters as one (mode 2027) shows a cluster of several code points better whole
    /// than in the parts that all agree about; and whether nothing in it steers a terminal.
    static func isWholeCluster(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard scalars.count > 1, let first = scalars.first else { return false }
        let isMore = isEmojiSequence(scalars) || scalars.contains("\u{FE0F}") || countryLetter(first) != nil
        return isMore && scalars.allSatisfy { isSafe($0) || (0xE0020...0xE007F).contains($0.value) }
    }

    private static let blank = Glyph(scalars: [" "], width: 1)

    /// Whether a cluster is one emoji made of several: what a terminal that does not join them would show is another.
    private static func isEmojiSequence(_ scalars: String.UnicodeScalarView) -> Bool {
        guard let first = scalars.first, scalars.count > 1, first.properties.isEmoji else { return false }
        return scalars.dropFirst().contains { scalar in
            scalar.value == 0x200D || scalar.properties.isEmojiModifier || (0xE0020...0xE007F).contains(scalar.value)
        }
    }

    private static func replacement(_ widthOf: (Unicode.Scalar) -> Int) -> Glyph {
        Glyph(scalars: [widthOf("\u{FFFD}") == 1 ? "\u{FFFD}" : "?"], width: 1)
    }

    private static func countryLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
        return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
    }

    /// Whether a code point neither steers a terminal nor turns the direction of what follows.
    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            false
        default: true
        }
    }

    /// Joiners and variation selectors, about which terminals disagree.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
        default: false
        }
    }
}
