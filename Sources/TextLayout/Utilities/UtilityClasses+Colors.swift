extension UtilityClasses {
    /// The places of the hues in the terminal's palette.
    private static let hues: [Substring: UInt8] = [
        "red": 1, "rose": 1, "green": 2, "emerald": 2, "lime": 2, "teal": 6, "cyan": 6, "sky": 6, "yellow": 3,
        "amber": 3, "orange": 3, "brand": 3, "blue": 4, "indigo": 4, "violet": 5, "purple": 5, "fuchsia": 5, "pink": 5,
    ]

    private static let greys: Set<Substring> = ["gray", "zinc", "slate", "neutral", "stone"]

    /// What the colours of daisyUI's themes are for.
    private static let purposes: [Substring: Color] = [
        "primary": .role(.accent), "secondary": .palette(5), "accent": .role(.accent), "info": .role(.info),
        "success": .role(.success), "warning": .role(.warning), "error": .role(.error),
    ]

    static func coloured(_ name: Substring) -> [Declaration]? {
        let parts = name.split(separator: "-", maxSplits: 2)
        guard parts.count >= 2 else { return nil }
        let hue = parts[1].prefix { $0 != "/" }
        let shade = parts.count == 3 ? Int(parts[2].prefix { $0 != "/" }) ?? 500 : 500
        switch parts[0] {
        case "text":
            if parts[1] == "base", parts.count == 3, parts[2].hasPrefix("content") {
                return [.set(\.foreground, opacity(of: name) <= 70 ? .role(.hint) : .standard)]
            }
            if parts.count == 3, parts[2].hasPrefix("content") { return purposes[hue].map { _ in [] } }
            if greys.contains(hue) {
                return (300...600).contains(shade) && parts.count == 3
                    ? [.set(\.foreground, .role(.hint))] : [.set(\.foreground, .standard)]
            }
            if hue == "white" { return [.set(\.foreground, .palette(15))] }
            if hue == "black" { return [.set(\.foreground, .standard)] }
            if let color = purposes[hue], parts.count == 2 { return [.set(\.foreground, color)] }
            // Blue itself is hard to read on black, so its bright form stands for all shades.
            return hues[hue].map { [.set(\.foreground, .palette($0 == 4 || shade < 500 ? $0 + 8 : $0))] }
        case "bg":
            if let color = purposes[hue], parts.count == 2 {
                var ground = color
                if case .role(let role) = color { ground = .role(role.asGround) }
                return opacity(of: name) < 50 ? nil : [.set(\.paintsGround, true), .set(\.ground, ground)]
            }
            // Pale grounds are made for dark text on white; a terminal keeps its own ground there.
            guard shade >= 300, let place = hues[hue] else { return nil }
            return [.set(\.paintsGround, true), .set(\.ground, .palette(place))]
        case "border":
            if greys.contains(hue) || hue == "base" { return [.set(\.borderColor, .role(.border))] }
            if let color = purposes[hue], parts.count == 2 { return [.set(\.borderColor, color)] }
            return hues[hue].map { [.set(\.borderColor, .palette($0))] }
        default:
            return nil
        }
    }

    /// The per cents behind a slash.
    private static func opacity(of name: Substring) -> Int {
        name.lastIndex(of: "/").flatMap { Int(name[name.index(after: $0)...]) } ?? 100
    }
}
