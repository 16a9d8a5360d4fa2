/// Reads CSS colours.
///
///     "#f00"             ->  rgb 255, 0, 0
///     "rgb(0 128 0)"     ->  rgb 0, 128, 0
///     "palette(3)"       ->  the terminal's colour 3 (an extension)
///     "error"            ->  a colour of the theme (an extension)
enum ColorParser {
    /// The colour that a value names; nil when it names none, or one that a terminal cannot mix.
    static func parse(_ text: String) -> Color? {
        if text.hasPrefix("#") { return hex(text.dropFirst()) }
        if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
            let arguments = text[text.index(after: open)...].dropLast()
                .split { $0 == "," || $0 == "/" || $0.isWhitespace }
            return function(text[..<open], arguments)
        }
        return Theme.color(text) ?? NamedColors.color(text)
    }

    private static func hex(_ digits: Substring) -> Color? {
        guard let value = UInt32(digits, radix: 16) else { return nil }
        switch digits.count {
        case 3, 4:
            let nibbles = digits.prefix(3).compactMap(\.hexDigitValue).map { UInt8($0 * 17) }
            return nibbles.count == 3 ? .rgb(red: nibbles[0], green: nibbles[1], blue: nibbles[2]) : nil
        case 6, 8:
            let color = digits.count == 8 ? value >> 8 : value
            return .rgb(
                red: UInt8(color >> 16 & 0xFF), green: UInt8(color >> 8 & 0xFF), blue: UInt8(color & 0xFF))
        default:
            return nil
        }
    }

    private static func function(_ name: Substring, _ arguments: [Substring]) -> Color? {
        switch name {
        case "palette":
            return arguments.first.flatMap { UInt8($0) }.flatMap { $0 < 16 ? .palette($0) : nil }
        case "rgb", "rgba":
            let parts = arguments.prefix(3).compactMap { component($0, whole: 255) }
            return parts.count == 3 ? mix(parts[0], parts[1], parts[2]) : nil
        case "hsl", "hsla":
            guard arguments.count >= 3, let hue = number(arguments[0], droppingSuffix: "deg"),
                let saturation = component(arguments[1], whole: 1), let lightness = component(arguments[2], whole: 1)
            else { return nil }
            return hsl(hue, min(max(saturation, 0), 1), min(max(lightness, 0), 1))
        default:
            return nil
        }
    }

    private static func hsl(_ hue: Double, _ saturation: Double, _ lightness: Double) -> Color {
        let turn = (hue.truncatingRemainder(dividingBy: 360) + 360).truncatingRemainder(dividingBy: 360) / 30
        func channel(_ offset: Double) -> Double {
            let k = (offset + turn).truncatingRemainder(dividingBy: 12)
            return 255 * (lightness - saturation * min(lightness, 1 - lightness) * max(-1, min(k - 3, 9 - k, 1)))
        }
        return mix(channel(0), channel(8), channel(4))
    }

    private static func mix(_ red: Double, _ green: Double, _ blue: Double) -> Color {
        func byte(_ value: Double) -> UInt8 { UInt8(min(max(value, 0), 255).rounded()) }
        return .rgb(red: byte(red), green: byte(green), blue: byte(blue))
    }

    private static func component(_ text: Substring, whole: Double) -> Double? {
        text.hasSuffix("%") ? number(text, droppingSuffix: "%").map { $0 / 100 * whole } : number(text)
    }

    private static func number(_ text: Substring, droppingSuffix suffix: String = "") -> Double? {
        let digits = text.hasSuffix(suffix) ? text.dropLast(suffix.count) : text
        return Double(digits).flatMap { $0.isFinite ? $0 : nil }
    }
}
