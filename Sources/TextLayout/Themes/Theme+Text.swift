extension Theme {
    /// The theme as a file that gives it when it is read.
    package var text: String {
        ColorRole.allCases.map { "\($0.name) = \(self[$0].text)\n" }.joined()
    }
}

extension RoleLook {
    fileprivate var text: String {
        var parts = [
            foreground == .standard ? nil : foreground.text, background == .standard ? nil : "on \(background.text)",
        ]
        .compactMap(\.self)
        parts += ThemeReader.attributes.filter { attributes.contains($0.attribute) }.map(\.word)
        return parts.isEmpty ? "default" : parts.joined(separator: " ")
    }
}

extension Color {
    fileprivate var text: String {
        switch self {
        case .standard, .role: return "default"
        case .palette(let number): return String(number)
        case .rgb(let red, let green, let blue):
            return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}
