extension Theme {
    /// For terminals with 256 colours or more and a dark ground.
    package static let dark = Theme(name: "dark", scheme: .dark, text: darkText)
    /// For terminals with 256 colours or more and a light ground.
    package static let light = Theme(name: "light", scheme: .light, text: lightText)
    /// Colours that are as far apart as they can be.
    package static let contrast = Theme(name: "contrast", scheme: .dark, text: contrastText, paintsGround: true)
    /// For terminals with 16 colours and a dark ground.
    package static let sixteen = Theme(name: "sixteen", scheme: .dark, text: sixteenText)
    /// For terminals with 16 colours and a light ground.
    package static let sixteenLight = Theme(name: "sixteen-light", scheme: .light, text: sixteenLightText)
    /// For terminals whose ground nobody knows: only attributes, and colours that bring their ground along.
    package static let anyGround = Theme(name: "any-ground", scheme: nil, text: anyGroundText)
    /// No colours at all.
    package static let monochrome = Theme(name: "monochrome", scheme: nil, text: monochromeText)

    package static let builtInNames = [
        "dark", "light", "contrast", "sixteen", "sixteen-light", "any-ground", "monochrome",
    ]

    /// A theme of the program's own by its name.
    package static func builtIn(_ name: String) -> Theme? {
        switch name {
        case "dark": dark
        case "light": light
        case "contrast": contrast
        case "sixteen": sixteen
        case "sixteen-light": sixteenLight
        case "any-ground": anyGround
        case "monochrome": monochrome
        case _: nil
        }
    }

    /// The theme, or its relative, that a terminal with so many colours can show.
    package func suited(to colors: FrameColors) -> Theme {
        switch colors {
        case .none: .monochrome
        case .sixteen: self == .dark || self == .contrast ? .sixteen : self == .light ? .sixteenLight : self
        case .twoHundredFiftySix: indexed
        case .truecolor: self
        }
    }

    /// The theme in the nearest of 256 colours, so that what is read well is decided by what is shown.
    private var indexed: Theme {
        var theme = self
        for role in ColorRole.allCases {
            let look = self[role]
            let shown = FrameColors.twoHundredFiftySix.limit(
                CellStyle(foreground: look.foreground, background: look.background))
            theme[role].foreground = shown.foreground
            theme[role].background = shown.background
        }
        return theme
    }

    private init(name: String, scheme: MediaFeatures.ColorScheme?, text: String, paintsGround: Bool = false) {
        self.init(name: name, scheme: scheme)
        for (role, look) in ThemeReader.looks(in: text) { self[role] = look }
        self.paintsGround = paintsGround
    }

    private static let darkText = """
        text = #e3e6ea on #15181c
        surface = #e3e6ea on #1f242b
        hint = #a9b1bc
        disabled = #868e99 italic
        border = #6b7480
        behind = #7f8792
        title = #ffffff bold
        heading = #9be3cf bold
        link = #7cb7ff
        accent = #7cb7ff
        code = #d9bcff
        key = #ffd866 bold
        field = #f2f4f7 on #2c333d
        field-focus = #ffffff on #3d4a5e
        button = #f2f4f7 on #39424e bold
        primary = #08131f on #7cb7ff bold
        focus = #1a1400 on #ffd866 bold
        selection = #ffffff on #2f5fa8
        edge = #77818e
        label = #1a1400 on #ffd866 bold
        error = #ff9d95
        warning = #ffd479
        success = #8fe0a0
        info = #8cc8ff
        error-surface = #ffe6e3 on #47201f
        warning-surface = #fff1d6 on #40320f
        success-surface = #dff7e5 on #1b3a26
        info-surface = #dfeeff on #1a3350
        problem = #ffffff on #b3261e bold
        notice = #1a1400 on #f2c14e
        match = #1a1400 on #c9ad5e
        current-match = #1a1400 on #ff9d4d bold
        syntax-name = #8cc8ff
        syntax-string = #a6e3a1
        syntax-number = #ffc58a
        syntax-word = #d9bcff
        """

    private static let lightText = """
        text = #1b1e23 on #fcfcfb
        surface = #1b1e23 on #eff1f4
        hint = #515862
        disabled = #666d79 italic
        border = #7f8692
        behind = #757c87
        title = #000000 bold
        heading = #00604f bold
        link = #0b57b8
        accent = #0b57b8
        code = #6a1fb5
        key = #7a4a00 bold
        field = #14171b on #e4e8ed
        field-focus = #000000 on #cfdcef
        button = #14171b on #d5dae1 bold
        primary = #ffffff on #0b57b8 bold
        focus = #1a1400 on #ffbf1f bold
        selection = #ffffff on #4a4f9a
        edge = #7f8692
        label = #1a1400 on #ffbf1f bold
        error = #b3261e
        warning = #7a4a00
        success = #1b6b34
        info = #0b57b8
        error-surface = #5f1210 on #fde4e1
        warning-surface = #4a2d00 on #fff0cc
        success-surface = #0f4020 on #def5e4
        info-surface = #0a3467 on #e0edff
        problem = #ffffff on #b3261e bold
        notice = #1a1400 on #f2c14e
        match = #1a1400 on #ffe08a
        current-match = #1a1400 on #ff9d4d bold
        syntax-name = #0b57b8
        syntax-string = #1b6b34
        syntax-number = #8a3d00
        syntax-word = #6a1fb5
        """

    private static let contrastText = """
        text = #ffffff on #000000
        surface = #ffffff on #1c1c1c
        hint = #e4e4e4
        disabled = #a8a8a8 italic
        border = #d0d0d0
        behind = #9e9e9e
        title = #ffffff bold
        heading = #5fffd7 bold underline
        link = #5fd7ff bold
        accent = #5fd7ff bold
        code = #ffafff
        key = #ffff00 bold
        field = #ffffff on #303030
        field-focus = #ffffff on #0000af bold
        button = #000000 on #d0d0d0 bold
        primary = #000000 on #5fffff bold
        focus = #000000 on #ffff00 bold
        selection = #000000 on #ffffff
        edge = #ffffff
        label = #000000 on #ffff00 bold
        error = #ffafaf bold
        warning = #ffff5f bold
        success = #87ff87 bold
        info = #87d7ff bold
        error-surface = #ffffff on #870000
        warning-surface = #ffffff on #5f3700
        success-surface = #ffffff on #005f00
        info-surface = #ffffff on #00005f
        problem = #ffffff on #af0000 bold
        notice = #000000 on #ffff00
        match = #000000 on #ffffaf
        current-match = #000000 on #ff8700 bold
        syntax-name = #87d7ff
        syntax-string = #87ff87
        syntax-number = #ffd787
        syntax-word = #ffafff
        """

    private static let sixteenText = """
        text = default on default
        hint = 7
        disabled = 8 italic
        border = 8
        behind = 8
        title = bold
        heading = 13 bold
        link = 14
        accent = 14
        code = 13
        key = 11 bold
        field = underline
        field-focus = 15 on 4
        button = 0 on 7
        primary = 15 on 4 bold
        focus = 0 on 3 bold
        selection = 15 on 4
        label = 0 on 3 bold
        error = 9 bold
        warning = 11 bold
        success = 10 bold
        info = 14 bold
        problem = 15 on 1 bold
        notice = 0 on 3
        match = 0 on 6
        current-match = 0 on 3 bold
        syntax-name = 14
        syntax-string = 10
        syntax-number = 11
        syntax-word = 13
        """

    private static let sixteenLightText = """
        text = default on default
        hint = 0 dim
        disabled = 0 dim italic
        border = 8
        behind = 8
        title = bold
        heading = 5 bold
        link = 4
        accent = 4
        code = 5
        key = 4 bold
        field = underline
        field-focus = 0 on 6
        button = 0 on 7
        primary = 15 on 4 bold
        focus = 0 on 3 bold
        selection = 15 on 4
        label = 0 on 3 bold
        error = 1 bold
        warning = 0 on 3 bold
        success = 0 on 2 bold
        info = 4 bold
        problem = 15 on 1 bold
        notice = 0 on 3
        match = 0 on 6
        current-match = 0 on 3 bold
        syntax-name = 4
        syntax-string = bold
        syntax-number = 1
        syntax-word = 5
        """

    private static let anyGroundText = """
        hint = dim
        disabled = dim italic
        border = 8
        behind = dim
        title = bold
        heading = bold
        accent = bold
        key = bold
        field = underline
        field-focus = bold underline
        button = bold
        primary = reverse bold
        focus = 0 on 3 bold
        selection = reverse
        label = 0 on 3 bold
        error = 15 on 1 bold
        warning = 0 on 3 bold
        success = 0 on 2 bold
        info = 0 on 6 bold
        problem = 15 on 1 bold
        notice = 0 on 3
        match = 0 on 6
        current-match = 0 on 3 bold
        syntax-name = bold
        syntax-word = italic
        """

    private static let monochromeText = """
        hint = dim
        disabled = dim italic
        border = dim
        behind = dim
        title = bold
        heading = bold
        accent = bold
        key = bold
        field = underline
        field-focus = bold underline
        button = bold
        primary = reverse bold
        focus = reverse bold
        selection = reverse
        label = reverse bold
        error = bold
        warning = bold
        success = bold
        info = bold
        problem = reverse bold
        notice = reverse
        match = underline
        current-match = reverse
        syntax-name = bold
        """
}
