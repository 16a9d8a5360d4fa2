/// One keystroke.
public struct Key: Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// A printable grapheme cluster; with shift, the shifted one (`A`, not `a`).
        case character(Character)
        case enter, tab, escape, backspace, delete, insert
        case up, down, left, right, home, end, pageUp, pageDown
        /// `f1` to `f24`.
        case function(Int)
    }

    public struct Modifiers: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let control = Modifiers(rawValue: 1)
        public static let alt = Modifiers(rawValue: 2)
        public static let shift = Modifiers(rawValue: 4)
        public static let `super` = Modifiers(rawValue: 8)
    }

    public let code: Code
    public let modifiers: Modifiers

    /// Shift is part of a character, not a modifier beside it: shift with `a` is `A`, and shift with `!` is `!`.
    public init(_ code: Code, _ modifiers: Modifiers = []) {
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
    public var character: Character? {
        guard case .character(let character) = code, modifiers.isEmpty else { return nil }
        return character
    }
}
