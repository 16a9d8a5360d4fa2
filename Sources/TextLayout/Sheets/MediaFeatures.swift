/// What media queries find out about whatever a page is shown in (Media Queries 5).
package struct MediaFeatures: Hashable, Sendable {
    package enum ColorScheme: String, Sendable {
        case light, dark
    }

    /// The ground that colours have to suit; nil when it is not known, so that no page guesses.
    package var colorScheme: ColorScheme?
    /// Whether things had better stand still.
    package var reducesMotion: Bool
    /// Whether colours had better be far apart.
    package var increasesContrast: Bool
    /// How many bits a part of a colour has; 0 where there are no colours.
    package var colorBits: Int

    package init(
        colorScheme: ColorScheme? = nil, reducesMotion: Bool = true, increasesContrast: Bool = false, colorBits: Int = 8
    ) {
        self.colorScheme = colorScheme
        self.reducesMotion = reducesMotion
        self.increasesContrast = increasesContrast
        self.colorBits = colorBits
    }

    /// Whether a condition holds on a page of so many columns, each eight pixels wide.
    func fulfil(_ condition: AtRuleCondition, pageWidth: Int) -> Bool {
        condition.holds { holds($0, pixels: Double(pageWidth) * 8) }
    }

    /// Whether a condition asks for the width of the page.
    static func asksForWidth(_ condition: AtRuleCondition) -> Bool {
        condition.contains { $0.contains("width") }
    }

    private func holds(_ test: String, pixels: Double) -> Bool {
        if test == "all" || test == "screen" { return true }
        if test.contains("<") || test.contains(">") || (test.contains("=") && !test.contains(":")) {
            return Self.rangeHolds(test, pixels: pixels)
        }
        let parts = FeatureTest(test)
        guard let value = parts.value else { return holdsAtAll(parts.name) }
        switch parts.name {
        case "min-width": return LengthParser.pixels(value).map { pixels >= $0 } ?? false
        case "max-width": return LengthParser.pixels(value).map { pixels <= $0 } ?? false
        case "width": return LengthParser.pixels(value) == pixels
        case "prefers-color-scheme": return value == colorScheme?.rawValue
        case "prefers-reduced-motion", "prefers-reduced-transparency":
            return value == (reducesMotion ? "reduce" : "no-preference")
        case "prefers-contrast": return value == (increasesContrast ? "more" : "no-preference")
        case "color", "min-color":
            return Int(value).map { parts.name == "color" ? colorBits == $0 : colorBits >= $0 } ?? false
        case "monochrome": return value == "0" ? colorBits > 0 : false
        case "hover", "any-hover", "pointer", "any-pointer", "forced-colors", "inverted-colors", "update":
            return value == "none"
        case "scripting": return value == "enabled"
        case "grid": return value == "1"
        case "orientation": return value == "landscape"
        case _: return false
        }
    }

    /// Whether a feature that is asked for without a value is there.
    private func holdsAtAll(_ name: String) -> Bool {
        switch name {
        case "width", "grid", "scripting": true
        case "color": colorBits > 0
        case "monochrome": colorBits == 0
        case "prefers-color-scheme": colorScheme != nil
        case "prefers-reduced-motion", "prefers-reduced-transparency": reducesMotion
        case "prefers-contrast": increasesContrast
        case _: false
        }
    }

    /// Whether a range such as `40rem <= width < 60rem` holds.
    private static func rangeHolds(_ test: String, pixels: Double) -> Bool {
        var parts: [String] = [""]
        var signs: [String] = []
        for character in test {
            if "<>=".contains(character) {
                if parts[parts.count - 1].isEmpty, !signs.isEmpty {
                    signs[signs.count - 1].append(character)
                } else {
                    signs.append(String(character))
                    parts.append("")
                }
            } else if !character.isWhitespace || !parts[parts.count - 1].isEmpty {
                parts[parts.count - 1].append(character)
            }
        }
        let values = parts.map { part -> Double? in
            let text = part.filter { !$0.isWhitespace }
            return text == "width" ? pixels : LengthParser.pixels(text)
        }
        guard signs.count == 1 || signs.count == 2, parts.contains(where: { $0.contains("width") }) else {
            return false
        }
        return zip(signs, zip(values, values.dropFirst())).allSatisfy { sign, pair in
            guard let left = pair.0, let right = pair.1 else { return false }
            switch sign {
            case "<": return left < right
            case "<=": return left <= right
            case ">": return left > right
            case ">=": return left >= right
            case "=": return left == right
            case _: return false
            }
        }
    }
}

/// The name and the value of a test such as `min-width: 40rem`.
private struct FeatureTest {
    let name: String
    let value: String?

    init(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        name = parts.first.map { $0.filter { !$0.isWhitespace } } ?? ""
        value = parts.count > 1 ? CSSScanner.words(String(parts[1])).joined(separator: " ") : nil
    }
}
