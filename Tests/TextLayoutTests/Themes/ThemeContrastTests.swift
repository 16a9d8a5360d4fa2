import Testing

@testable import TextLayout

/// Every pair of colours that a theme puts together is read well (WCAG 2.2, 1.4.3), as it is shown in 256 colours too.
@Suite struct ThemeContrastTests {
    /// What a theme's own ground is taken to be.
    private static func ground(of theme: Theme) -> Color {
        if theme.ground != .standard { return theme.ground }
        return theme.scheme == .light ? .palette(15) : .palette(0)
    }

    /// Lines and brackets are no text; they need less (WCAG 2.2, 1.4.11).
    private static func least(_ role: ColorRole) -> Double {
        switch role {
        case .border, .edge, .behind: 3
        case _: Contrast.leastForText
        }
    }

    @Test(arguments: Theme.builtInNames, [FrameColors.truecolor, .twoHundredFiftySix])
    func `Every role is read on the page, and on every ground of a role`(name: String, colors: FrameColors) throws {
        let theme = try #require(Theme.builtIn(name)).suited(to: colors)
        let grounds: [Color] = [.standard] + ColorRole.allCases.map { .role($0) }
        for role in ColorRole.allCases {
            for background in grounds where !(role == .edge && background != .standard) {
                let style = CellStyle(foreground: .role(role), background: background)
                let shown = theme.resolve(style)
                guard shown.foreground != .standard else { continue }
                let ground = shown.background == .standard ? Self.ground(of: theme) : shown.background
                // On grounds that nobody knows there are no colours without one of their own, but for lines.
                if theme.scheme == nil, shown.background == .standard {
                    #expect(role == .border, "\(theme.name): \(role.name)")
                    continue
                }
                let ratio = Contrast.ratio(shown.foreground, ground) ?? 0
                let least = background == .standard ? Self.least(role) : min(Self.least(role), Contrast.leastForText)
                #expect(ratio >= least, "\(theme.name), \(colors): \(role.name) on \(background): \(ratio)")
            }
        }
    }

    @Test(arguments: Theme.builtInNames)
    func `Whatever colours an author chose, they are read on the ground of a role`(name: String) throws {
        let theme = try #require(Theme.builtIn(name))
        let colors: [Color] = (0..<16).map { .palette($0) } + [.rgb(red: 120, green: 120, blue: 120), .standard]
        for color in colors {
            for role in ColorRole.allCases where theme[role].background != .standard {
                let shown = theme.resolve(CellStyle(foreground: color, background: .role(role)))
                let ratio = Contrast.ratio(shown.foreground, shown.background) ?? 0
                #expect(ratio >= Contrast.leastForText, "\(theme.name): \(color) on \(role.name): \(ratio)")
            }
        }
    }

    @Test(arguments: ["dark", "light", "contrast"], [FrameColors.truecolor, .twoHundredFiftySix])
    func `Hints, what is disabled and lines are three greys`(name: String, colors: FrameColors) throws {
        let theme = try #require(Theme.builtIn(name)).suited(to: colors)
        let greys = [ColorRole.hint, .disabled, .border].map {
            theme.resolve(CellStyle(foreground: .role($0))).foreground
        }
        #expect(Set(greys).count == 3, "\(greys)")
    }

    @Test(arguments: ["dark", "light", "contrast"], [FrameColors.truecolor, .twoHundredFiftySix])
    func `Fields, buttons, the primary one and the focus have grounds that are told apart`(
        name: String, colors: FrameColors
    ) throws {
        let theme = try #require(Theme.builtIn(name)).suited(to: colors)
        let grounds = [ColorRole.field, .button, .primary, .focus, .selection].map {
            theme.resolve(CellStyle(background: .role($0))).background
        }
        #expect(Set(grounds + [theme.ground]).count == 6, "\(grounds)")
    }

    @Test func `Contrast is as WCAG counts it`() throws {
        let black = Color.rgb(red: 0, green: 0, blue: 0)
        let white = Color.rgb(red: 255, green: 255, blue: 255)
        let grey = Color.rgb(red: 119, green: 119, blue: 119)
        #expect(Contrast.ratio(black, white) == 21)
        #expect(abs(try #require(Contrast.ratio(grey, white)) - 4.478) < 0.001)
        #expect(Contrast.ratio(.standard, white) == nil)
    }
}
