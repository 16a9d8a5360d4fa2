extension Key {
    /// The keys that are named by a word, with that word (SCENARIOS.md "Keystrokes").
    static let codeNames: [(name: String, code: Code)] =
        [
            ("enter", .enter), ("tab", .tab), ("space", .character(" ")), ("escape", .escape),
            ("backspace", .backspace), ("delete", .delete), ("insert", .insert), ("up", .up), ("down", .down),
            ("left", .left), ("right", .right), ("home", .home), ("end", .end), ("pageup", .pageUp),
            ("pagedown", .pageDown), ("plus", .character("+")),
        ] + (1...24).map { ("f\($0)", .function($0)) }

    /// The modifiers in the order in which they are written.
    static let modifierNames: [(name: String, modifier: Modifiers)] = [
        ("ctrl", .control), ("alt", .alt), ("shift", .shift), ("super", .super),
    ]

    /// The one spelling of this key, which `init(_:)` reads back: `ctrl+k`, `enter`, `A`, `ctrl+shift+k`.
    package var name: String {
        var parts = Self.modifierNames.filter { modifiers.contains($0.modifier) }.map(\.name)
        if let named = Self.codeNames.first(where: { $0.code == code }) {
            parts.append(named.name)
        } else if case .character(let character) = code {
            let unshifted = Character(only: character.lowercased())
            if let unshifted, unshifted != character, !parts.isEmpty {
                // `ctrl+K` would be read as a slip for `ctrl+k`, so shift is spelled out.
                parts.append("shift")
                parts.append(String(unshifted))
            } else {
                parts.append(String(character))
            }
        } else if case .function(let number) = code {
            parts.append("f\(number)")
        }
        return parts.joined(separator: "+")
    }
}
