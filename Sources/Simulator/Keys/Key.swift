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
