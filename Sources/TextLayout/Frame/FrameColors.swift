/// How many colours a frame may have.
package enum FrameColors: String, Hashable, Sendable, CaseIterable {
    /// None but the terminal's own; attributes such as bold stay.
    case none
    case sixteen = "16"
    case twoHundredFiftySix = "256"
    case truecolor
}

extension FrameColors {
    /// The nearest style within these colours, in which text and ground are told apart if they were before. Roles stay,
    /// but for the attributes that stand for them where there are no colours.
    package func limit(_ style: CellStyle) -> CellStyle {
        guard self != .truecolor else { return style }
        var limited = self == .none ? Theme.monochrome.resolve(style) : style
        limited.foreground = limit(style.foreground)
        limited.background = limit(style.background)
        if limited.foreground == limited.background, limited.foreground != .standard,
            style.foreground != style.background
        {
            limited.foreground = limited.background.isBright ? .palette(0) : .palette(7)
        }
        return limited
    }

    private func limit(_ color: Color) -> Color {
        switch (self, color) {
        case (.none, _), (_, .standard): return .standard
        case (.truecolor, _), (_, .palette), (_, .role): return color
        case (.sixteen, .rgb(let red, let green, let blue)):
            return .palette(UInt8(Palette.sixteen.nearest(red: red, green: green, blue: blue)))
        case (.twoHundredFiftySix, .rgb(let red, let green, let blue)):
            let number = Palette.indexed.nearest(red: red, green: green, blue: blue)
            let (red, green, blue) = Palette.components(of: number)
            return .rgb(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
        }
    }
}

extension Frame {
    /// The same picture in the nearest of so many colours.
    package func limited(to colors: FrameColors) -> Frame {
        colors == .truecolor ? self : restyled(colors.limit)
    }

    /// The same picture in the colours of a theme, or in those nearest to them; its links lead nowhere.
    package func resolved(by theme: Theme, colors: FrameColors = .truecolor) -> Frame {
        let theme = theme.suited(to: colors)
        return restyled { style in
            var shown = colors.limit(theme.resolve(style))
            shown.link = 0
            return shown
        }
    }
}

extension Color {
    /// Whether black is easier to read on it than white.
    fileprivate var isBright: Bool {
        switch self {
        case .standard, .role: false
        case .palette(let number): Palette.isBright(Int(number))
        case .rgb(let red, let green, let blue):
            Palette.isBright(Palette.indexed.nearest(red: red, green: green, blue: blue))
        }
    }
}
