/// The directions in which a box-drawing sign has lines, so that lines that meet join.
struct LineArms: OptionSet {
    let rawValue: UInt8

    static let up = LineArms(rawValue: 1)
    static let right = LineArms(rawValue: 2)
    static let down = LineArms(rawValue: 4)
    static let left = LineArms(rawValue: 8)

    /// The arms of a sign of light lines; empty for all other text.
    init(sign: String) {
        self = Self.bySign[sign] ?? []
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The sign of light lines with these arms.
    var sign: String { Self.signs[Int(rawValue & 15)] }

    private static let signs = [" ", "╵", "╶", "└", "╷", "│", "┌", "├", "╴", "┘", "─", "┴", "┐", "┤", "┬", "┼"]

    private static let bySign: [String: LineArms] = {
        var arms: [String: LineArms] = [
            "╰": [.up, .right], "╭": [.right, .down], "╯": [.up, .left], "╮": [.down, .left],
        ]
        for (value, sign) in signs.enumerated().dropFirst() { arms[sign] = LineArms(rawValue: UInt8(value)) }
        return arms
    }()
}
