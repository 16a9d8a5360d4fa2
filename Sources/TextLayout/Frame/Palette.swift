/// The colours that terminals have by number, as xterm has them unless a theme says otherwise.
package enum Palette {
    case sixteen
    case indexed

    private static let named: [(Int, Int, Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]
    private static let steps = [0, 95, 135, 175, 215, 255]

    /// Red, green and blue of a number: the 16 named colours, a cube of 6 by 6 by 6, and 24 greys.
    package static func components(of number: Int) -> (red: Int, green: Int, blue: Int) {
        switch number {
        case 0..<16: return named[number]
        case 16..<232:
            let place = number - 16
            return (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
        default:
            let grey = 8 + 10 * (min(number, 255) - 232)
            return (grey, grey, grey)
        }
    }

    /// Whether black is easier to read on a colour than white.
    package static func isBright(_ number: Int) -> Bool {
        let (red, green, blue) = components(of: max(0, number))
        return 299 * red + 587 * green + 114 * blue > 128_000
    }

    /// The number of the colour that looks most alike; of the indexed ones never a named one, which a theme may change.
    package func nearest(red: UInt8, green: UInt8, blue: UInt8) -> Int {
        let (red, green, blue) = (Int(red), Int(green), Int(blue))
        switch self {
        case .sixteen:
            return Self.closest(of: 0..<16, red, green, blue)
        case .indexed:
            let cube = 16 + 36 * Self.step(red) + 6 * Self.step(green) + Self.step(blue)
            let grey = 232 + min(23, max(0, ((red + green + blue) / 3 - 3) / 10))
            return Self.closest(of: [cube, grey], red, green, blue)
        }
    }

    private static func step(_ value: Int) -> Int {
        value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40
    }

    private static func closest(of numbers: some Sequence<Int>, _ red: Int, _ green: Int, _ blue: Int) -> Int {
        var best = (number: 0, distance: Int.max)
        for number in numbers {
            let other = components(of: number)
            let (dr, dg, db) = (red - other.red, green - other.green, blue - other.blue)
            // The eye weighs green most and blue least.
            let distance = 3 * dr * dr + 6 * dg * dg + db * db
            if distance < best.distance { best = (number, distance) }
        }
        return best.number
    }
}
