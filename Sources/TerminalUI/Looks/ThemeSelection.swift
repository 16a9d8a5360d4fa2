import TextLayout

/// Chooses the theme by what the person wants and by what is known of the terminal (TheTerminal.md, "Themes").
struct ThemeSelection {
    private let wanted: Theme?
    private let depth: ColorDepth
    /// What the terminal said its ground is, or what the environment lets one guess.
    private(set) var ground: Color?

    /// - Parameter wanted: Nil for the one that suits the terminal.
    init(wanted: Theme?, depth: ColorDepth, environment: [String: String]) {
        self.wanted = wanted
        self.depth = depth
        ground = Self.guess(environment)
    }

    /// Takes what the terminal says of itself; says whether that changes anything.
    mutating func take(_ answer: TerminalAnswer) -> Bool {
        guard case .ground(let color) = answer, color != ground else { return false }
        let before = theme
        ground = color
        return theme != before
    }

    var theme: Theme {
        if let wanted {
            var theme = wanted.suited(to: colors)
            // Whoever names a theme is to see it, whatever the terminal's own ground is.
            if theme.ground != .standard, !isLike(theme) { theme.paintsGround = true }
            return theme
        }
        guard depth != .monochrome, let ground, let light = Contrast.luminance(of: ground) else {
            return Theme.anyGround.suited(to: colors)
        }
        var theme = (light < Self.middle ? Theme.dark : Theme.light).suited(to: colors)
        theme.paintsGround = !theme.isReadable(on: ground) && theme.ground != .standard
        return theme
    }

    /// What a page's media queries find out.
    var media: MediaFeatures {
        let theme = self.theme
        return MediaFeatures(
            colorScheme: theme.scheme, increasesContrast: theme.name == Theme.contrast.name,
            colorBits: depth == .monochrome ? 0 : 8)
    }

    /// The light of a ground on which black and white are read equally well.
    private static let middle = 0.18

    private var colors: FrameColors {
        switch depth {
        case .monochrome: .none
        case .eight, .sixteen: .sixteen
        case .indexed: .twoHundredFiftySix
        case .direct: .truecolor
        }
    }

    /// Whether the terminal's ground is one that a theme is made for.
    private func isLike(_ theme: Theme) -> Bool {
        guard !theme.paintsGround, let ground, let light = Contrast.luminance(of: ground) else { return false }
        return theme.scheme == (light < Self.middle ? .dark : .light) && theme.isReadable(on: ground)
    }

    /// The ground as the environment tells it: `COLORFGBG` has its number last, and the Linux console's is black.
    private static func guess(_ environment: [String: String]) -> Color? {
        if let number = environment["COLORFGBG"]?.split(separator: ";").last.flatMap({ UInt8($0) }), number < 16 {
            return .palette(number)
        }
        return environment["TERM"]?.hasPrefix("linux") == true ? .palette(0) : nil
    }
}

extension Theme {
    /// Whether text can be read on a ground that is not quite the theme's own.
    fileprivate func isReadable(on ground: Color) -> Bool {
        let written: [ColorRole] = [.hint, .disabled, .heading, .link, .accent, .error, .warning, .success, .info]
        return written.allSatisfy { role in
            let look = self[role]
            guard look.background == .standard, let ratio = Contrast.ratio(look.foreground, ground) else { return true }
            return ratio >= 3
        }
    }
}
