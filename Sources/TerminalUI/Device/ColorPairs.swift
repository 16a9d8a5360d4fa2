/// Numbers for the combinations of text and ground in use, because ncurses draws by pair and has only so many.
struct ColorPairs {
    struct Colors: Hashable {
        var foreground: Int32
        var background: Int32
    }

    private let limit: Int
    private var numbers: [Colors: Int32] = [:]
    /// Whether a combination was turned away for want of a number.
    private(set) var isFull = false

    /// - Parameter limit: How many pairs the terminal has; the one numbered 0 is fixed to its own colours.
    init(limit: Int) { self.limit = limit }

    /// The number of a combination, and whether it is new and has to be told to the terminal. Without a free number it is
    /// 0, the terminal's own colours.
    mutating func number(for colors: Colors) -> (number: Int32, isNew: Bool) {
        if colors.foreground == Rendition.standard, colors.background == Rendition.standard { return (0, false) }
        if let number = numbers[colors] { return (number, false) }
        guard numbers.count + 1 < limit else {
            isFull = true
            return (0, false)
        }
        let number = Int32(numbers.count + 1)
        numbers[colors] = number
        return (number, true)
    }

    /// Frees all numbers; what is on the terminal has to be drawn again.
    mutating func removeAll() {
        numbers = [:]
        isFull = false
    }
}
