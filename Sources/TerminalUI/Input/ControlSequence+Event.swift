import Simulator

/// The dialects of xterm, the Linux console, rxvt, tmux and the kitty protocol, in one table: where two disagree, the
/// sequences do not collide.
extension ControlSequence {
    /// What the sequence reports; nil for a reply nobody waits for and for anything unknown.
    var event: InputEvent? {
        if prefix == UInt8(ascii: "<") { return mouse }
        if prefix == UInt8(ascii: "?"), intermediate == UInt8(ascii: "$"), final == UInt8(ascii: "y") {
            return modeReport
        }
        guard intermediate == nil else { return nil }
        guard prefix == nil, let key else { return nil }
        return .key(key)
    }

    private var modeReport: InputEvent? {
        guard let number = parameter(0), let mode = parameter(1).flatMap(TerminalAnswer.Mode.init(rawValue:)) else {
            return nil
        }
        return .answer(.mode(number, mode))
    }

    private var mouse: InputEvent? {
        guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m"), let code = parameter(0),
            let column = parameter(1), let row = parameter(2)
        else { return nil }
        let isRelease = final == UInt8(ascii: "m")
        return MouseEvent(code: code, column: column, row: row, isRelease: isRelease).map(InputEvent.mouse)
    }

    private var key: Key? {
        guard eventKind != 3 else { return nil }
        switch final {
        case UInt8(ascii: "~"):
            if parameter(0) == 27, let code = parameter(2) { return Self.key(scalar: code, modifiers) }
            return Self.code(number: parameter(0)).map { Key($0, modifiers) }
        case UInt8(ascii: "^"): return Self.code(number: parameter(0)).map { Key($0, .control) }
        case UInt8(ascii: "$"): return Self.code(number: parameter(0)).map { Key($0, .shift) }
        case UInt8(ascii: "@"): return Self.code(number: parameter(0)).map { Key($0, [.control, .shift]) }
        case UInt8(ascii: "u"): return parameter(0).flatMap { Self.key(scalar: $0, modifiers) }
        case UInt8(ascii: "Z"): return Key(.tab, modifiers.union(.shift))
        case UInt8(ascii: "a")...UInt8(ascii: "d"): return Self.code(letter: final - 0x20).map { Key($0, .shift) }
        // With another first parameter this is where the cursor is: a reply.
        case UInt8(ascii: "R") where parameter(0) ?? 1 != 1: return nil
        default: return Self.code(letter: final).map { Key($0, modifiers) }
        }
    }

    /// The second parameter of xterm's modified keys: one more than the sum of shift 1, alt 2, control 4, super 8.
    private var modifiers: Key.Modifiers {
        let bits = (parameter(1) ?? 1) - 1
        var modifiers: Key.Modifiers = []
        if bits & 1 != 0 { modifiers.insert(.shift) }
        if bits & 2 != 0 { modifiers.insert(.alt) }
        if bits & 4 != 0 { modifiers.insert(.control) }
        if bits & 8 != 0 { modifiers.insert(.super) }
        return modifiers
    }

    /// The key of a letter after `ESC [` or `ESC O`.
    static func code(letter: UInt8) -> Key.Code? {
        switch letter {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "M"): .enter
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter - UInt8(ascii: "P")) + 1)
        default: nil
        }
    }

    /// The key of a number before `~`.
    private static func code(number: Int?) -> Key.Code? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case .some(let number) where (11...15).contains(number): .function(number - 10)
        case .some(let number) where (17...21).contains(number): .function(number - 11)
        case .some(let number) where (23...26).contains(number): .function(number - 12)
        case .some(let number) where (28...29).contains(number): .function(number - 13)
        case .some(let number) where (31...34).contains(number): .function(number - 14)
        default: nil
        }
    }

    /// The key of a code point, as the kitty protocol and xterm's `modifyOtherKeys` report it.
    private static func key(scalar: Int, _ modifiers: Key.Modifiers) -> Key? {
        switch scalar {
        case 8, 127: return Key(.backspace, modifiers)
        case 9: return Key(.tab, modifiers)
        case 13: return Key(.enter, modifiers)
        case 27: return Key(.escape, modifiers)
        default:
            // The private use area holds the kitty protocol's numbers of keys that type nothing.
            guard scalar >= 32, !(0xE000...0xF8FF).contains(scalar), let value = UInt32(exactly: scalar),
                let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .control
            else { return nil }
            return Key(.character(Character(scalar)), modifiers)
        }
    }
}
