import Simulator
import TextLayout

/// What a person did at the terminal, and what the terminal says.
enum InputEvent: Hashable, Sendable {
    case key(Key)
    /// Text that came in one piece; its lines end in line feeds, and it has no other control characters but tabs.
    case paste(String)
    case mouse(MouseEvent)
    /// No person did this: the terminal answers.
    case answer(TerminalAnswer)
}

/// A button or the wheel of the mouse.
struct MouseEvent: Hashable, Sendable {
    enum Action: Hashable, Sendable {
        case press(Button)
        case release
        /// The mouse moved with its left button down.
        case drag
        case wheelUp
        case wheelDown
    }

    enum Button: Int, Hashable, Sendable {
        case left, middle, right
    }

    var action: Action
    /// The cell of the terminal, from its top left corner.
    var position: Position
    var modifiers: Key.Modifiers = []
}

extension MouseEvent {
    /// Reads the numbers of a mouse report ("XTerm Control Sequences", Mouse Tracking).
    ///
    /// - Parameters:
    ///   - code: Button, modifiers and kind in one number.
    ///   - column: From 1.
    ///   - row: From 1.
    ///   - isRelease: Whether the report says so by itself.
    /// - Returns: nil for what nobody asked for: other movement, the wheel sideways, further buttons.
    init?(code: Int, column: Int, row: Int, isRelease: Bool) {
        guard code >= 0, column > 0, row > 0, code & 128 == 0 else { return nil }
        if code & 32 != 0 {
            guard code & (64 | 3) == 0 else { return nil }
            action = .drag
        } else if code & 64 != 0 {
            switch code & 3 {
            case 0: action = .wheelUp
            case 1: action = .wheelDown
            default: return nil
            }
        } else if isRelease || code & 3 == 3 {
            action = .release
        } else {
            guard let button = Button(rawValue: code & 3) else { return nil }
            action = .press(button)
        }
        position = Position(column: column - 1, row: row - 1)
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.control) }
    }
}
