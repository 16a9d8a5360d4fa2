/// The sign before a list item.
enum ListMarker {
    /// The text of a marker with the blank after it; nil where there is none.
    static func text(_ style: ListStyle, number: Int) -> String? {
        switch style {
        case .none: nil
        case .disc: "• "
        case .circle: "◦ "
        case .square: "▪ "
        case .decimal: "\(number). "
        case .lowerAlpha: letters(number).map { "\($0). " } ?? "\(number). "
        case .upperAlpha: letters(number).map { "\($0.uppercased()). " } ?? "\(number). "
        case .lowerRoman: roman(number).map { "\($0). " } ?? "\(number). "
        case .upperRoman: roman(number).map { "\($0.uppercased()). " } ?? "\(number). "
        case .disclosureOpen: "▾ "
        case .disclosureClosed: "▸ "
        }
    }

    /// A number as a list of some style writes it, without what marks it as an item's.
    static func number(_ style: ListStyle, _ number: Int) -> String {
        guard let text = text(style, number: number) else { return "" }
        return String(text.hasSuffix(". ") ? text.dropLast(2) : text.dropLast())
    }

    private static func letters(_ number: Int) -> String? {
        guard number > 0 else { return nil }
        var rest = number
        var text = ""
        while rest > 0 {
            rest -= 1
            text = String(Character(UnicodeScalar(UInt8(97 + rest % 26)))) + text
            rest /= 26
        }
        return text
    }

    private static func roman(_ number: Int) -> String? {
        guard (1..<4000).contains(number) else { return nil }
        var rest = number
        var text = ""
        for (value, sign) in [
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
            (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ] {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}
