extension ComputedStyle {
    /// Mends colours that a page chose for black on white paper, since the terminal's ground is not known.
    ///
    /// Near black and near white text on the terminal's own ground becomes the terminal's own colour; on a ground of the
    /// page's choosing, text that has no colour of its own becomes black or white, whichever reads better.
    ///
    /// - Parameter base: The style before the page's own declarations.
    mutating func makeReadable(comparedTo base: ComputedStyle) {
        switch ground {
        case .standard, .role:
            guard case .rgb(let red, let green, let blue) = foreground, foreground != base.foreground else { return }
            let brightness = Self.brightness(red, green, blue)
            let spread = Int(max(red, green, blue)) - Int(min(red, green, blue))
            guard spread < 48 else { return }
            foreground = (0.3...0.7).contains(brightness) ? .role(.hint) : ground
        case .palette, .rgb:
            if foreground == .standard, paintsGround { foreground = Self.contrast(to: ground) }
            // What the theme chose for its own grounds is not made for this one.
            if case .role = foreground { foreground = Self.contrast(to: ground) }
        }
    }

    private static func contrast(to ground: Color) -> Color {
        switch ground {
        case .standard, .role: ground
        case .palette(let index): [0, 1, 4, 5, 8].contains(index) ? .palette(15) : .palette(0)
        case .rgb(let red, let green, let blue): brightness(red, green, blue) > 0.5 ? .palette(0) : .palette(15)
        }
    }

    private static func brightness(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Double {
        (0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)) / 255
    }
}
