import Simulator

/// What a person did at the terminal.
enum InputEvent: Hashable, Sendable {
    case key(Key)
    /// Text that came in one piece; its lines end in line feeds, and it has no other control characters but tabs.
    case paste(String)
    case mouse(MouseEvent)
}
