// Values as CSS writes them, in the units of cells: `ch` along a row, `lh` down the page.

extension Color {
    var css: String {
        switch self {
        case .standard: "standard"
        case .palette(let number): NamedColors.name(ofPalette: number) ?? "palette(\(number))"
        case .role(let role): role.name
        case .rgb(let red, let green, let blue): "rgb(\(red) \(green) \(blue))"
        }
    }
}

extension Double {
    /// The number without a point where it needs none.
    var css: String {
        let rounded = (self * 100).rounded() / 100
        return Int(exactly: rounded).map(String.init) ?? String(rounded)
    }
}

extension Length {
    func css(isAcross: Bool) -> String {
        switch self {
        case .auto: "auto"
        case .cells(0): "0"
        case .cells(let count): "\(count)\(isAcross ? "ch" : "lh")"
        case .percent(let percent): "\(percent.css)%"
        case .calculated(.length(let cells, let percent)):
            "calc(\(percent.css)% + \(cells.css)\(isAcross ? "ch" : "lh"))"
        case .calculated: "calc(…)"
        case .minContent: "min-content"
        case .maxContent: "max-content"
        case .fitContent: "fit-content"
        }
    }
}

extension GridTrack {
    func css(isAcross: Bool) -> String {
        func text(_ size: GridSize) -> String {
            switch size {
            case .length(let length): length.css(isAcross: isAcross)
            case .fraction(let factor): "\(factor.css)fr"
            }
        }
        // What takes a share is no narrower than its content, unless told.
        if least == most || least == .length(.auto) { return text(most) }
        return "minmax(\(text(least)), \(text(most)))"
    }
}

extension [GridTrack] {
    func css(isAcross: Bool) -> String { map { $0.css(isAcross: isAcross) }.joined(separator: " ") }
}

extension GridTemplate {
    func css(isAcross: Bool) -> String {
        guard !isEmpty else { return "none" }
        guard let autoRepeat else { return tracks.css(isAcross: isAcross) }
        let kind = autoRepeat.fits ? "auto-fit" : "auto-fill"
        let parts = [
            Array(tracks.prefix(autoRepeat.place)).css(isAcross: isAcross),
            "repeat(\(kind), \(autoRepeat.tracks.css(isAcross: isAcross)))",
            Array(tracks.dropFirst(autoRepeat.place)).css(isAcross: isAcross),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension GridRange {
    var css: String { end == .auto ? start.css : "\(start.css) / \(end.css)" }
}

extension GridLine {
    fileprivate var css: String {
        switch self {
        case .auto: "auto"
        case .number(let number): String(number)
        case .name(let name, 1): name
        case .name(let name, let number): "\(name) \(number)"
        case .span(let count): "span \(count)"
        }
    }
}
