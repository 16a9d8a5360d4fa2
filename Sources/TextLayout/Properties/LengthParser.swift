/// Reads CSS lengths into cells.
///
/// A cell is about twice as high as wide, so one `em` is one row down and two columns across; 16 pixels are one row, 8
/// are one column.
enum LengthParser {
    enum Axis {
        case horizontal, vertical
    }

    /// No box is made larger than this, whatever a style sheet says.
    private static let limit = 10_000.0

    static func parse(_ text: String, _ axis: Axis) -> Length? {
        switch text {
        case "auto", "none", "normal": return .auto
        case "min-content": return .minContent
        case "max-content": return .maxContent
        case "fit-content": return .fitContent
        default: break
        }
        guard let (number, unit) = split(text) else { return nil }
        if unit == "%" || unit == "vw" || unit == "dvw" {
            return axis == .horizontal ? .percent(min(max(number, 0), 1000)) : .auto
        }
        return cells(number, unit, axis).map { .cells($0) }
    }

    /// A length that has to be a number of cells; per cents of unknown sizes are nothing.
    static func cells(_ text: String, _ axis: Axis) -> Int? {
        guard let (number, unit) = split(text) else { return nil }
        return cells(number, unit, axis)
    }

    /// A number of root em widths in cells; utility classes count in quarters of them.
    static func cells(rem: Double, _ axis: Axis) -> Int { rounded(axis == .horizontal ? rem * 2 : rem) }

    static func split(_ text: String) -> (number: Double, unit: Substring)? {
        let end = text.firstIndex { !($0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+")) }
        guard let number = Double(text[..<(end ?? text.endIndex)]), number.isFinite else { return nil }
        return (number, text[(end ?? text.endIndex)...])
    }

    private static func cells(_ number: Double, _ unit: Substring, _ axis: Axis) -> Int? {
        let isAcross = axis == .horizontal
        switch unit {
        case "": return number == 0 ? 0 : nil
        case "px": return rounded(number / (isAcross ? 8 : 16))
        case "pt": return rounded(number / (isAcross ? 6 : 12))
        case "em", "rem": return rounded(isAcross ? number * 2 : number)
        case "ch", "ex": return rounded(isAcross ? number : number / 2)
        case "lh", "rlh": return rounded(isAcross ? number * 2 : number)
        default: return nil
        }
    }

    /// Halves go down: a terminal has no room to spare.
    private static func rounded(_ value: Double) -> Int { Int((min(max(value, 0), limit) - 0.01).rounded()) }
}
