import TextLayout

/// A cell's style in the numbers that a terminal understands.
struct Rendition: Hashable, Sendable {
    /// Stands for the terminal's own colour.
    static let standard: Int32 = -1

    var foreground: Int32
    var background: Int32
    var attributes: CellStyle.Attributes

    /// Comes as near to a style as the terminal's colours allow, never so near that text and ground are one.
    ///
    /// - Parameter style: One in which a theme has made colours of roles.
    init(_ style: CellStyle, depth: ColorDepth) {
        attributes = style.attributes
        foreground = Self.standard
        background = Self.standard
        switch depth {
        case .monochrome: break
        case .eight:
            (foreground, background) = eight(style)
        case .sixteen:
            foreground = Self.number(style.foreground, in: Palette.sixteen)
            background = Self.number(style.background, in: Palette.sixteen)
        case .indexed:
            foreground = Self.number(style.foreground, in: Palette.indexed)
            background = Self.number(style.background, in: Palette.indexed)
        case .direct:
            foreground = Self.direct(style.foreground)
            background = Self.direct(style.background)
        }
        if foreground == background, foreground != Self.standard, style.foreground != style.background {
            foreground = Palette.isBright(Int(background)) ? 0 : 7
        }
    }

    /// Bright colours are the dark ones with bold text; bright black, which would vanish, is dim.
    private mutating func eight(_ style: CellStyle) -> (Int32, Int32) {
        var foreground = Self.number(style.foreground, in: Palette.sixteen)
        var background = Self.number(style.background, in: Palette.sixteen)
        if foreground == 8 {
            foreground = Self.standard
            attributes.insert(.dim)
        } else if foreground > 8 {
            foreground -= 8
            attributes.insert(.bold)
        }
        if background >= 8 { background -= 8 }
        return (foreground, background)
    }

    private static func number(_ color: Color, in palette: Palette) -> Int32 {
        switch color {
        case .standard, .role: standard
        case .palette(let index): Int32(index & 15)
        case .rgb(let red, let green, let blue): Int32(palette.nearest(red: red, green: green, blue: blue))
        }
    }

    private static func direct(_ color: Color) -> Int32 {
        switch color {
        case .standard, .role: return standard
        case .palette(let index) where index < 8: return Int32(index)
        case .palette(let index):
            let (red, green, blue) = Palette.components(of: Int(index & 15))
            return direct(.rgb(red: UInt8(red), green: UInt8(green), blue: UInt8(blue)))
        case .rgb(let red, let green, let blue):
            // The numbers below eight are the palette's: the darkest blues become black.
            let number = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
            return number < 8 ? 0 : number
        }
    }
}
