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
        guard let value = value(text, axis) else { return nil }
        switch value {
        case .number: return nil
        case .length(let cells, percent: 0): return .cells(rounded(cells))
        // How high boxes are is not known before they are laid out.
        case _ where axis == .vertical: return .auto
        case .length(cells: 0, let percent): return percent.isNaN ? nil : .percent(min(max(percent, 0), 1000))
        case .length, .sum, .scaled, .least, .greatest: return .calculated(value)
        }
    }

    /// A length that has to be a number of cells; per cents of unknown sizes are nothing.
    static func cells(_ text: String, _ axis: Axis) -> Int? {
        value(text, axis)?.cells(in: nil).map(rounded)
    }

    /// How far something is from a side, where per cents are of what it is placed in, on both axes.
    static func offset(_ text: String, _ axis: Axis) -> Length? {
        if text == "auto" { return .auto }
        guard let value = value(text, axis) else { return nil }
        return value.cells(in: nil).map { .cells(rounded($0)) } ?? (value.numberValue == nil ? .calculated(value) : nil)
    }

    /// The pixels of a width; nil for one in per cent.
    static func pixels(_ text: String) -> Double? {
        value(text, .horizontal)?.cells(in: nil).map { $0 * 8 }
    }

    /// A number of root em widths in cells; utility classes count in quarters of them.
    static func cells(rem: Double, _ axis: Axis) -> Int { rounded(axis == .horizontal ? rem * 2 : rem) }

    static func split(_ text: String) -> (number: Double, unit: Substring)? {
        let end = text.firstIndex { !($0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+")) }
        guard let number = Double(text[..<(end ?? text.endIndex)]), number.isFinite else { return nil }
        return (number, text[(end ?? text.endIndex)...])
    }

    /// What a number with a unit measures along an axis; nil for a unit that is none of length.
    static func measure(_ number: Double, _ unit: Substring, _ axis: Axis) -> Calculation? {
        let isAcross = axis == .horizontal
        switch unit {
        case "%", "vw", "dvw", "svw", "lvw", "vi", "cqw", "cqi": return .length(cells: 0, percent: number)
        case _: break
        }
        let cells: Double
        switch unit {
        case "px": cells = number / (isAcross ? 8 : 16)
        case "pt": cells = number / (isAcross ? 6 : 12)
        case "em", "rem", "lh", "rlh", "ic": cells = isAcross ? number * 2 : number
        case "ch", "ex", "cap": cells = isAcross ? number : number / 2
        case "in": cells = number * (isAcross ? 12 : 6)
        case "cm": cells = number * (isAcross ? 12 : 6) / 2.54
        case "mm": cells = number * (isAcross ? 12 : 6) / 25.4
        case _: return nil
        }
        return .length(cells: cells, percent: 0)
    }

    /// What a text measures, plain or calculated; a bare zero is a length.
    private static func value(_ text: String, _ axis: Axis) -> Calculation? {
        if text.utf8.last == UInt8(ascii: ")") { return CalculationParser.parse(text, axis) }
        guard let (number, unit) = split(text) else { return nil }
        if unit.isEmpty { return number == 0 ? .length(cells: 0, percent: 0) : nil }
        return measure(number, unit, axis)
    }

    /// Halves go down: a terminal has no room to spare.
    static func rounded(_ value: Double) -> Int {
        value.isNaN ? 0 : Int((min(max(value, 0), limit) - 0.01).rounded())
    }
}
