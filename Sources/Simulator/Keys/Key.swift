/// One keystroke.
package struct Key: Hashable, Sendable {
    package enum Code: Hashable, Sendable {
        /// A printable grapheme cluster; with shift, the shifted one (`A`, not `a`).
        case character(Character)
        case enter, tab, escape, backspace, delete, insert
        case up, down, left, right, home, end, pageUp, pageDown
        /// `f1` to `f24`.
        case function(Int)
    }

    package struct Modifiers: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let control = Modifiers(rawValue: 1)
        package static let alt = Modifiers(rawValue: 2)
        package static let shift = Modifiers(rawValue: 4)
        package static let `super` = Modifiers(rawValue: 8)
    }

    package let code: Code
    package let modifiers: Modifiers

    /// Shift is part of a character, not a modifier beside it: shift with `a` is `A`, and shift with `!` is `!`.
    package init(_ code: Code, _ modifiers: Modifiers = []) {
        guard case .character(let character) = code, modifiers.contains(.shift) else {
            self.code = code
            self.modifiers = modifiers
            return
        }
        let shifted = String(character).uppercased()
        self.code = .character(shifted.count == 1 ? Character(shifted) : character)
        self.modifiers = modifiers.subtracting(.shift)
    }
}

extension Key {
    /// The character that this keystroke writes into a text field; nil for keys that write none.
    package var character: Character? {
        guard case .character(let character) = code, modifiers.isEmpty else { return nil }
        return character
    }
}

extension Key {
    /// The keys that are named by a word, with that word (Scenarios.md, "Keystrokes").
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
        // Most keys are letters.
        if case .character(let letter) = code, modifiers.isEmpty, letter != " ", letter != "+" { return String(letter) }
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

extension Key {
    /// What a browser calls this key in `event.key`, which `phx-key` is compared with (UI Events, section "key values").
    package var eventName: String {
        switch code {
        case .character(let character): String(character)
        case .enter: "Enter"
        case .tab: "Tab"
        case .escape: "Escape"
        case .backspace: "Backspace"
        case .delete: "Delete"
        case .insert: "Insert"
        case .up: "ArrowUp"
        case .down: "ArrowDown"
        case .left: "ArrowLeft"
        case .right: "ArrowRight"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PageUp"
        case .pageDown: "PageDown"
        case .function(let number): "F\(number)"
        }
    }
}
