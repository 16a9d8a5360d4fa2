/// Reads CSS colours (CSS Color 4 and 5).
///
///     "#f00"             ->  rgb 255, 0, 0
///     "rgb(0 128 0)"     ->  rgb 0, 128, 0
///     "oklch(63% .26 29)" -> rgb 255, 0, 7 or so
///     "palette(3)"       ->  the terminal's colour 3 (an extension)
///     "error"            ->  a role of the theme (an extension)
enum ColorParser {
    /// Colours inside colours are read so deep.
    private static let depthLimit = 8

    /// The colour that a value names; nil when it names none, or one that is clear.
    static func parse(_ text: String) -> Color? {
        parseWithOpacity(text).flatMap { $0.opacity > 0 ? $0.color : nil }
    }

    /// The colour that a value names with its opacity, 0 to 1; nil when it names none.
    static func parseWithOpacity(_ text: String) -> (color: Color, opacity: Double)? { parse(text, depth: 0) }

    private static func parse(_ text: String, depth: Int) -> (color: Color, opacity: Double)? {
        if text.hasPrefix("#") { return hex(text.dropFirst()) }
        if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
            let name = text[..<open]
            let inside = text[text.index(after: open)...].dropLast()
            if name == "color-mix" || name == "light-dark" {
                guard depth < depthLimit else { return nil }
                return combined(name, CSSScanner.split(String(inside), at: ","), depth: depth + 1)
            }
            return function(name, inside)
        }
        if text == "transparent" { return (.standard, 0) }
        if text == "canvas" || text == "canvastext" { return (.standard, 1) }
        return (role(text).map(Color.role) ?? NamedColors.color(text)).map { ($0, 1) }
    }

    /// The role of the theme that a word speaks of: its own name, or that of CSS's system colours.
    private static func role(_ word: String) -> ColorRole? {
        switch word {
        case "muted", "graytext": .hint
        case "linktext", "visitedtext", "activetext": .link
        case "buttontext", "buttonface": .button
        case "fieldtext": .field
        case "highlight", "highlighttext", "selecteditem", "selecteditemtext": .selection
        case "mark", "marktext": .match
        case "accentcolor", "accentcolortext": .primary
        case _: ColorRole(name: word)
        }
    }

    private static func hex(_ digits: Substring) -> (color: Color, opacity: Double)? {
        guard let value = UInt32(digits, radix: 16) else { return nil }
        switch digits.count {
        case 3, 4:
            let nibbles = digits.compactMap(\.hexDigitValue).map { UInt8($0 * 17) }
            guard nibbles.count == digits.count else { return nil }
            return (
                .rgb(red: nibbles[0], green: nibbles[1], blue: nibbles[2]),
                nibbles.count == 4 ? Double(nibbles[3]) / 255 : 1
            )
        case 6, 8:
            let color = digits.count == 8 ? value >> 8 : value
            return (
                .rgb(red: UInt8(color >> 16 & 0xFF), green: UInt8(color >> 8 & 0xFF), blue: UInt8(color & 0xFF)),
                digits.count == 8 ? Double(value & 0xFF) / 255 : 1
            )
        default:
            return nil
        }
    }

    // MARK: Functions

    private static func function(_ name: Substring, _ inside: Substring) -> (color: Color, opacity: Double)? {
        var words = CSSScanner.words(inside.split { $0 == "," || $0 == "/" }.joined(separator: " "))
        if name == "palette" {
            return words.first.flatMap { UInt8($0) }.flatMap { $0 < 16 ? (.palette($0), 1) : nil }
        }
        if name == "color" { words = Array(words.dropFirst(words.first?.hasPrefix("srgb") == true ? 1 : words.count)) }
        guard words.count >= 3, let mixed = mixture(name, words) else { return nil }
        let opacity = words.count > 3 ? component(words[3], whole: 1) ?? 1 : 1
        return (mixed.color, min(max(opacity, 0), 1))
    }

    private static func mixture(_ name: Substring, _ words: [String]) -> ColorMixture? {
        func parts(_ first: Double, _ second: Double, _ third: Double) -> (Double, Double, Double)? {
            guard let one = component(words[0], whole: first), let two = component(words[1], whole: second),
                let three = component(words[2], whole: third)
            else { return nil }
            return (one, two, three)
        }
        func share(_ value: Double) -> Double { min(max(value, 0), 1) }
        switch name {
        case "rgb", "rgba": return parts(255, 255, 255).map { .init(red: $0 / 255, green: $1 / 255, blue: $2 / 255) }
        case "color": return parts(1, 1, 1).map { .init(red: $0, green: $1, blue: $2) }
        // Whole numbers are per cents where newer sheets leave out the sign.
        case "hsl", "hsla":
            return parts(360, 1, 1).map { .init(hue: $0, saturation: share($1), lightness: share($2)) }
        case "hwb": return parts(360, 1, 1).map { .init(hue: $0, white: share($1), black: share($2)) }
        case "oklab": return parts(1, 0.4, 0.4).map { .init(oklabLightness: $0, a: $1, b: $2) }
        case "oklch": return parts(1, 0.4, 360).map { .init(oklabLightness: $0, chroma: $1, hue: $2) }
        case "lab": return parts(100, 125, 125).map { .init(labLightness: $0, a: $1, b: $2) }
        case "lch": return parts(100, 150, 360).map { .init(labLightness: $0, chroma: $1, hue: $2) }
        default: return nil
        }
    }

    /// A part of a colour: a number, a share of the whole, an angle, or nothing (`none`).
    private static func component(_ text: String, whole: Double) -> Double? {
        if text == "none" { return 0 }
        if text.hasSuffix(")") { return CalculationParser.number(text) }
        guard let (number, unit) = LengthParser.split(text) else { return nil }
        switch unit {
        case "": return number
        case "%": return number / 100 * whole
        case "deg": return number
        case "grad": return number * 0.9
        case "rad": return number * 180 / .pi
        case "turn": return number * 360
        default: return nil
        }
    }

    // MARK: Colours of colours

    private static func combined(
        _ name: Substring, _ arguments: [String], depth: Int
    ) -> (color: Color, opacity: Double)? {
        if name == "light-dark" { return arguments.last.flatMap { parse($0, depth: depth) } }
        guard arguments.count == 3, arguments[0].hasPrefix("in "), let one = shared(arguments[1], depth: depth),
            let other = shared(arguments[2], depth: depth)
        else { return nil }
        let first = one.share ?? other.share.map { 1 - $0 } ?? 0.5
        let second = other.share ?? 1 - first
        guard first + second > 0 else { return nil }
        let share = second / (first + second)
        let opacity = (one.opacity * (1 - share) + other.opacity * share) * min(first + second, 1)
        // What is clear lends no colour.
        if one.opacity == 0 || share >= 1 { return (other.color, opacity) }
        if other.opacity == 0 || share <= 0 { return (one.color, opacity) }
        guard let mixed = ColorMixture(one.color)?.mixed(with: ColorMixture(other.color), share: share) else {
            // The terminal's own colours cannot be mixed: the greater part stands for both.
            return (share > 0.5 ? other.color : one.color, opacity)
        }
        return (mixed.color, opacity)
    }

    /// A colour with its share, in either order.
    private static func shared(_ text: String, depth: Int) -> (color: Color, opacity: Double, share: Double?)? {
        let words = CSSScanner.words(text)
        let share = words.lazy.filter { $0.hasSuffix("%") }.compactMap { Double($0.dropLast()) }.first
        guard let color = words.lazy.filter({ !$0.hasSuffix("%") }).compactMap({ parse($0, depth: depth) }).first else {
            return nil
        }
        return (color.color, color.opacity, share.map { min(max($0 / 100, 0), 1) })
    }
}
