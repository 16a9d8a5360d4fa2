import Basics
import Simulator

/// Reads what stands at one place of the bytes that a terminal sent: text, a control key or an escape sequence.
struct SequenceReader {
    enum Step {
        /// So many bytes are done with, and this is what they mean.
        case take(Int, [InputEvent])
        case beginPaste(Int)
        /// An answer of the terminal's own begins (OSC, DCS, APC, PM, SOS).
        case beginReply(Int)
        case needsMore

        static func take(_ length: Int, _ event: InputEvent?) -> Step { .take(length, event.map { [$0] } ?? []) }
    }

    static let escape: UInt8 = 0x1B
    /// No key is longer; what is longer is thrown away.
    private static let longestSequence = 256

    let bytes: [UInt8]
    /// Whether nothing more came in time.
    let isFinal: Bool

    // MARK: - Keys

    /// What begins at a place.
    func step(at place: Int) -> Step {
        if bytes[place] >= 0x20, bytes[place] != 0x7F { return text(at: place) }
        guard bytes[place] == Self.escape else { return .take(1, Self.controlKey(bytes[place]).map(InputEvent.key)) }
        let alone = Step.take(1, .key(Key(.escape)))
        guard place + 1 < bytes.count else { return isFinal ? alone : .needsMore }
        switch bytes[place + 1] {
        case Self.escape: return stepAfterTwoEscapes(at: place) ?? alone
        case UInt8(ascii: "["): return controlSequence(at: place)
        case UInt8(ascii: "O"): return singleShift(at: place)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "X"):
            guard place + 2 < bytes.count else { return isFinal ? altKey(at: place) : .needsMore }
            return .beginReply(2)
        case let byte where byte >= 0x80:
            let rest = bytes[(place + 1)...].prefix(4)
            let isCut = Self.lengthOfCutCharacter(rest) == rest.count
            return isCut && !isFinal ? .needsMore : altKey(at: place)
        default: return altKey(at: place)
        }
    }

    /// A key with alt as rxvt and some others send it: one more escape before its sequence.
    private func stepAfterTwoEscapes(at place: Int) -> Step? {
        guard place + 2 < bytes.count else { return isFinal ? nil : .needsMore }
        guard bytes[place + 2] == UInt8(ascii: "[") || bytes[place + 2] == UInt8(ascii: "O") else { return nil }
        switch step(at: place + 1) {
        case .take(let length, let events):
            guard case .key(let key)? = events.first else { return .take(length + 1, events) }
            return .take(length + 1, .key(Key(key.code, key.modifiers.union(.alt))))
        case .beginPaste(let length): return .beginPaste(length + 1)
        case .beginReply(let length): return .beginReply(length + 1)
        case .needsMore: return .needsMore
        }
    }

    /// Escape before a character or a control character: that key with alt.
    private func altKey(at place: Int) -> Step {
        let byte = bytes[place + 1]
        if byte < 0x20 || byte == 0x7F {
            guard let key = Self.controlKey(byte) else { return .take(2, nil) }
            return .take(2, .key(Key(key.code, key.modifiers.union(.alt))))
        }
        var iterator = bytes[(place + 1)...].makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return .take(2, nil) }
        let length = 1 + String(scalar).utf8.count
        guard scalar.properties.generalCategory != .control else { return .take(length, nil) }
        return .take(length, .key(Key(.character(Character(scalar)), .alt)))
    }

    /// `ESC O` and a letter: the arrows in application mode, F1 to F4, the number pad.
    private func singleShift(at place: Int) -> Step {
        guard place + 2 < bytes.count else { return isFinal ? altKey(at: place) : .needsMore }
        let letter = bytes[place + 2]
        // Rxvt's arrows with control.
        if (UInt8(ascii: "a")...UInt8(ascii: "d")).contains(letter) {
            return .take(3, ControlSequence.code(letter: letter - 0x20).map { .key(Key($0, .control)) })
        }
        if let code = ControlSequence.code(letter: letter) { return .take(3, .key(Key(code))) }
        // The number pad: `j` to `y` stand for `*` to `9`.
        if (UInt8(ascii: "j")...UInt8(ascii: "y")).contains(letter) {
            return .take(3, .key(Key(.character(Character(Unicode.Scalar(letter - 0x40))))))
        }
        return .take(letter < 0x20 ? 2 : 3, nil)
    }

    private func controlSequence(at place: Int) -> Step {
        let start = place + 2
        guard start < bytes.count else { return isFinal ? altKey(at: place) : .needsMore }
        switch bytes[start] {
        case UInt8(ascii: "["):
            // The Linux console: `ESC [ [ A` to `E` are F1 to F5.
            guard start + 1 < bytes.count else { return isFinal ? .take(3, nil) : .needsMore }
            let number = Int(bytes[start + 1]) - Int(UInt8(ascii: "A")) + 1
            return .take(4, (1...5).contains(number) ? .key(Key(.function(number))) : nil)
        case UInt8(ascii: "M"):
            // The mouse in its first form: three bytes, each with 32 added.
            guard start + 3 < bytes.count else { return isFinal ? .take(bytes.count - place, nil) : .needsMore }
            let numbers = bytes[start + 1...start + 3].map { Int($0) - 32 }
            let mouse = MouseEvent(code: numbers[0], column: numbers[1], row: numbers[2], isRelease: false)
            return .take(6, mouse.map(InputEvent.mouse))
        default: break
        }
        var end = start
        while end < bytes.count, (0x20...0x3F).contains(bytes[end]), !isShiftMark(at: end, from: start) { end += 1 }
        guard end < bytes.count else {
            if end - place > Self.longestSequence || isFinal { return .take(end - place, nil) }
            return .needsMore
        }
        // A control character breaks the sequence off and means what it means.
        guard bytes[end] >= 0x20 else { return .take(end - place, nil) }
        let sequence = ControlSequence(body: bytes[start...end])
        let length = end + 1 - place
        if sequence.prefix == nil, sequence.final == UInt8(ascii: "~"), sequence.parameter(0) == 200 {
            return .beginPaste(length)
        }
        return .take(length, sequence.event)
    }

    /// Whether a dollar sign ends the sequence, as rxvt sends keys with shift: right after nothing but digits.
    private func isShiftMark(at end: Int, from start: Int) -> Bool {
        bytes[end] == UInt8(ascii: "$") && end > start
            && bytes[start..<end].allSatisfy { $0.isASCIIDigit }
    }

    private static func controlKey(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x00: Key(.character(" "), .control)
        case 0x09: Key(.tab)
        case 0x0A, 0x0D: Key(.enter)
        case 0x1B: Key(.escape)
        case 0x08, 0x7F: Key(.backspace)
        case 0x01...0x1A: Key(.character(Character(Unicode.Scalar(byte + 0x60))), .control)
        case 0x1C...0x1F: Key(.character(Character(Unicode.Scalar(byte + 0x40))), .control)
        default: nil
        }
    }

    // MARK: - Text

    /// The printable text from here to the next control character, as one key a grapheme cluster.
    private func text(at place: Int) -> Step {
        var end = place
        while end < bytes.count, bytes[end] >= 0x20, bytes[end] != 0x7F { end += 1 }
        let cut = end == bytes.count && !isFinal ? Self.lengthOfCutCharacter(bytes[place..<end]) : 0
        end -= cut
        let keys = String(decoding: bytes[place..<end], as: UTF8.self).filter(Self.isPrintable).map { character in
            InputEvent.key(Key(.character(character)))
        }
        return end == place ? .needsMore : .take(end - place, keys)
    }

    /// How many bytes at the end are the beginning of a character whose rest has not come yet.
    private static func lengthOfCutCharacter(_ bytes: ArraySlice<UInt8>) -> Int {
        for length in 1...3 where length <= bytes.count {
            let byte = bytes[bytes.endIndex - length]
            let needed: Int
            switch byte {
            case 0x80...0xBF: continue
            case 0xC2...0xDF: needed = 2
            case 0xE0...0xEF: needed = 3
            case 0xF0...0xF4: needed = 4
            default: return 0
            }
            return length < needed ? length : 0
        }
        return 0
    }

    static func isPrintable(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}
