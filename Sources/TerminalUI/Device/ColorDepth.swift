/// How many colours a terminal has, and may be given.
enum ColorDepth: Hashable, Sendable {
    /// None; attributes stay.
    case monochrome
    case eight
    case sixteen
    case indexed
    /// Any red, green and blue; the first eight numbers are still the palette.
    case direct

    /// - Parameters:
    ///   - colors: The terminal's `colors` capability; 0 or less where there is none.
    ///   - isDirect: Whether its colour numbers are red, green and blue by eight bits (the `RGB` capability).
    ///   - environment: `NO_COLOR`, set and not empty, takes colour away (no-color.org).
    init(colors: Int, isDirect: Bool, environment: [String: String]) {
        if environment["NO_COLOR"]?.isEmpty == false {
            self = .monochrome
            return
        }
        switch colors {
        case ..<8: self = .monochrome
        case 8..<16: self = .eight
        case 16..<256: self = .sixteen
        case 256: self = .indexed
        default: self = isDirect ? .direct : .indexed
        }
    }
}
