/// How well one colour is read on another (WCAG 2.2, "contrast ratio").
package enum Contrast {
    /// What text needs at least (WCAG 2.2, 1.4.3).
    package static let leastForText = 4.5

    /// The ratio of two colours, from 1 to 21; nil where one is the terminal's own or a role, which nobody knows.
    package static func ratio(_ one: Color, _ other: Color) -> Double? {
        guard let first = luminance(of: one), let second = luminance(of: other) else { return nil }
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// How much light a colour gives, from 0 to 1; those of the palette count as xterm has them.
    package static func luminance(of color: Color) -> Double? {
        switch color {
        case .standard, .role: return nil
        case .palette(let number):
            let (red, green, blue) = Palette.components(of: Int(number))
            return luminance(red, green, blue)
        case .rgb(let red, let green, let blue): return luminance(Int(red), Int(green), Int(blue))
        }
    }

    private static func luminance(_ red: Int, _ green: Int, _ blue: Int) -> Double {
        0.2126 * linear[red] + 0.7152 * linear[green] + 0.0722 * linear[blue]
    }

    /// The light of each step of a colour's part, by the curve of sRGB.
    private static let linear = (0...255).map { step in
        let value = Double(step) / 255
        guard value > 0.04045 else { return value / 12.92 }
        // v^2.4 as v^2 times the fifth root of v^2, found by Newton's steps.
        let base = (value + 0.055) / 1.055
        let square = base * base
        var root = 1.0
        for _ in 0..<16 {
            let fourth = root * root * root * root
            root -= (fourth * root - square) / (5 * fourth)
        }
        return square * root
    }
}
