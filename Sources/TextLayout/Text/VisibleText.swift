/// Makes text safe to show in a terminal: what would act on the terminal or deceive the eye becomes a visible symbol.
///
///     "a\u{1B}[31mb"      ->  "a␛[31mb"
///     "user\u{202E}gpj"   ->  "user‹202E›gpj"
///     "\u{301}"           ->  "◌\u{301}"
package enum VisibleText {
    /// The text with control characters, escapes, bidirectional overrides and invisible specials as visible symbols.
    package static func make(_ text: String) -> String {
        isPlain(text) ? text : rewritten(text, keepsLines: false)
    }

    /// The same, but for tabs and line feeds, which layout treats itself.
    static func makeKeepingLines(_ text: String) -> String {
        isPlain(text) ? text : rewritten(text, keepsLines: true)
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }

    private static func rewritten(_ text: String, keepsLines: Bool) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for character in text {
            // Characters are told by their first scalar; comparing them whole would normalize each.
            let scalars = character.unicodeScalars
            switch scalars[scalars.startIndex].value {
            case 0x20..<0x7F where character.utf8.count == 1:
                result.append(character)
            case 0x09, 0x0A, 0x0C, 0x0D:
                if keepsLines {
                    result.append(scalars.count == 2 ? "\n" : character)
                } else {
                    append(character, to: &result)
                }
            default:
                append(character, to: &result)
            }
        }
        return result
    }

    /// The most scalars a cluster may have; more marks than any script stacks only hide what is around them.
    private static let clusterLimit = 24

    private static func append(_ character: Character, to result: inout String) {
        // Cut, an emoji of many would be another one.
        if character.unicodeScalars.prefix(clusterLimit + 1).count > clusterLimit,
            character.unicodeScalars.contains("\u{200D}")
        {
            result += "\u{FFFD}\u{FFFD}"
            return
        }
        var cluster = ""
        for scalar in character.unicodeScalars.prefix(clusterLimit) {
            if let symbol = symbol(for: scalar, after: cluster) {
                cluster += symbol
            } else {
                cluster.unicodeScalars.append(scalar)
            }
        }
        if cluster.first.map(TextWidth.width(of:)) == 0 { result += "◌" }
        result += cluster
    }

    private static func symbol(for scalar: Unicode.Scalar, after cluster: String) -> String? {
        switch scalar.value {
        case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) }
        case 0x7F: return "␡"
        // A soft hyphen means nothing where no hyphenation is done.
        case 0xAD: return ""
        // The joiners and selectors that make sequences out of what stands before them.
        case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF:
            return cluster.isEmpty || cluster.utf8.allSatisfy { $0 < 0x80 && !($0 >= 0x23 && $0 < 0x40) }
                ? code(scalar) : nil
        // The tags that spell a region after a black flag.
        case 0xE0020...0xE007F: return cluster.unicodeScalars.first?.value == 0x1F3F4 ? nil : code(scalar)
        case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2028, 0x2029: return code(scalar)
        default:
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate: return code(scalar)
            case .unassigned: return isInvisible(scalar) ? code(scalar) : nil
            default: return nil
            }
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
            || scalar.properties.isDefaultIgnorableCodePoint
    }

    private static func code(_ scalar: Unicode.Scalar) -> String {
        "‹\(String(scalar.value, radix: 16, uppercase: true))›"
    }
}
