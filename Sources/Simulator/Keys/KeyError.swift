/// Why a text does not name a keystroke, and where.
package struct KeyError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// There is no text at all.
        case empty
        /// A modifier is followed by no key.
        case noKey(modifiers: String)
        case unknownKey(String, suggestion: String?)
        case unknownModifier(String, suggestion: String?)
        case repeatedModifier(String)
        /// An upper-case letter after a modifier, which may be meant with shift or without.
        case upperCase(letter: String, modifiers: String)
        /// Shift with a character that it does not change.
        case uselessShift(String)
    }

    package var reason: Reason
    /// Where the wrong part starts, in Unicode scalars from the start of the text.
    package var offset: Int

    package init(_ reason: Reason, offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

extension KeyError: CustomStringConvertible {
    package var description: String { message }

    /// What is wrong and what to write instead, for people.
    package var message: String {
        switch reason {
        case .empty: "no key: write one such as enter, ctrl+k or a"
        case .noKey(let modifiers): "no key after \"\(modifiers)\": write one such as \(modifiers)k (the + key is plus)"
        case .unknownKey(let found, let suggestion):
            "unknown key \"\(found)\""
                + (suggestion.map { ": did you mean \($0)?" } ?? ": expected one character, or a name such as enter")
        case .unknownModifier(let found, let suggestion):
            "unknown modifier \"\(found)\""
                + (suggestion.map { ": did you mean \($0)?" } ?? ": expected ctrl, alt, shift or super")
        case .repeatedModifier(let name): "\(name) is there twice"
        case .upperCase(let letter, let modifiers):
            "\"\(modifiers)\(letter)\" is unclear: write \(modifiers)\(letter.lowercased()), or "
                + "\(modifiers)shift+\(letter.lowercased()) with shift"
        case .uselessShift(let character):
            "shift does not change \"\(character)\": write the character that the keyboard gives, without shift"
        }
    }
}
