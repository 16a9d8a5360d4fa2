import Basics
import LiveProtocol

extension Key {
    /// Reads one keystroke such as `ctrl+k`, `enter`, `A` or `shift+tab` (Scenarios.md, "Keystrokes").
    ///
    /// - Throws: What is wrong with the text, with the nearest name that there is.
    package init(_ text: String) throws(KeyError) {
        self = try KeyReader(text: text, offset: 0).key()
    }

    /// Reads keystrokes divided by blanks, such as `g g` or `tab tab enter`.
    ///
    /// - Throws: What is wrong with the first one that is wrong, and where; a text of blanks has no key.
    package static func sequence(_ text: String) throws(KeyError) -> [Key] {
        var keys: [Key] = []
        var word = String.UnicodeScalarView()
        var offset = 0
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\t" || scalar == "\n" {
                if !word.isEmpty { keys.append(try KeyReader(text: String(word), offset: offset - word.count).key()) }
                word = String.UnicodeScalarView()
            } else {
                word.append(scalar)
            }
            offset += 1
        }
        if !word.isEmpty { keys.append(try KeyReader(text: String(word), offset: offset - word.count).key()) }
        if keys.isEmpty { throw KeyError(.empty, offset: 0) }
        return keys
    }
}

/// Reads one keystroke of a text that may be part of a longer one.
private struct KeyReader {
    let text: String
    /// Where the text starts in the longer one, in Unicode scalars.
    let offset: Int

    func key() throws(KeyError) -> Key {
        guard !text.isEmpty else { throw KeyError(.empty, offset: offset) }
        // The plus key by itself is understood, though its name is `plus`.
        if text == "+" { return Key(.character("+")) }
        var parts = text.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        let last = parts.removeLast()
        var modifiers: Key.Modifiers = []
        var place = offset
        for part in parts {
            let modifier = try modifier(part, at: place)
            guard !modifiers.contains(modifier) else { throw KeyError(.repeatedModifier(part), offset: place) }
            modifiers.insert(modifier)
            place += part.unicodeScalars.count + 1
        }
        let written = parts.map { $0 + "+" }.joined()
        guard !last.isEmpty else { throw KeyError(.noKey(modifiers: written), offset: offset) }
        return try key(last, modifiers: modifiers, written: written, at: place)
    }

    private func modifier(_ part: String, at place: Int) throws(KeyError) -> Key.Modifiers {
        if let known = Key.modifierNames.first(where: { $0.name == part }) { return known.modifier }
        if part.isEmpty || Key.codeNames.contains(where: { $0.name == part }) || part.count == 1 {
            throw KeyError(.unknownModifier(part, suggestion: part.isEmpty ? "plus" : nil), offset: place)
        }
        let names = Key.modifierNames.map(\.name)
        let suggestion = Self.otherModifierNames[part.lowercased()] ?? NearestName.of(part.lowercased(), among: names)
        throw KeyError(.unknownModifier(part, suggestion: suggestion), offset: place)
    }

    private func key(
        _ part: String, modifiers: Key.Modifiers, written: String, at place: Int
    ) throws(KeyError) -> Key {
        if let known = Key.codeNames.first(where: { $0.name == part }) { return Key(known.code, modifiers) }
        guard let character = Character(only: part), !part.unicodeScalars.contains(where: \.properties.isControl)
        else {
            if Key.modifierNames.contains(where: { $0.name == part }) {
                throw KeyError(.noKey(modifiers: written + part + "+"), offset: offset)
            }
            let lowered = part.lowercased()
            let suggestion = Self.otherKeyNames[lowered] ?? NearestName.of(lowered, among: Key.codeNames.map(\.name))
            throw KeyError(.unknownKey(part, suggestion: suggestion), offset: place)
        }
        let changesWithShift = Key(.character(character), .shift).code != .character(character)
        let isShifted = character.lowercased() != String(character)
        if isShifted, !modifiers.subtracting(.shift).isEmpty, !modifiers.contains(.shift) {
            throw KeyError(.upperCase(letter: part, modifiers: written), offset: place)
        }
        if modifiers.contains(.shift), !changesWithShift, !isShifted {
            throw KeyError(.uselessShift(part), offset: place)
        }
        return Key(.character(character), modifiers)
    }

    /// What others call the modifiers.
    private static let otherModifierNames = [
        "control": "ctrl", "c": "ctrl", "option": "alt", "opt": "alt", "meta": "alt", "m": "alt", "s": "shift",
        "cmd": "super", "command": "super", "win": "super", "windows": "super",
    ]

    /// What others call the keys.
    private static let otherKeyNames = [
        "return": "enter", "cr": "enter", "esc": "escape", "del": "delete", "ins": "insert", "bs": "backspace",
        "spacebar": "space", "blank": "space", "pgup": "pageup", "page_up": "pageup", "prior": "pageup",
        "pgdn": "pagedown", "pgdown": "pagedown", "page_down": "pagedown", "next": "pagedown", "arrowup": "up",
        "arrowdown": "down", "arrowleft": "left", "arrowright": "right", "backtab": "shift+tab",
    ]
}

extension Unicode.Scalar.Properties {
    /// Whether the scalar is a control character.
    fileprivate var isControl: Bool { generalCategory == .control }
}

extension Character {
    /// The one grapheme cluster of a text; nil when the text has none or several.
    init?(only text: String) {
        guard let first = text.first, text.index(after: text.startIndex) == text.endIndex else { return nil }
        self = first
    }
}
