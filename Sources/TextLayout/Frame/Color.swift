/// A colour of text or ground.
package enum Color: Hashable, Sendable {
    /// The terminal's own colour.
    case standard
    /// One of the 16 colours that every colour terminal has, as its theme shows them; 8 to 15 are bright.
    case palette(UInt8)
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// The colours that the terminal's own style sheet speaks of by purpose.
///
/// They are colours of the terminal's palette, so they stay readable on whatever ground it has.
enum Theme {
    static func color(_ name: String) -> Color? {
        switch name {
        case "accent", "info": .palette(6)
        case "success": .palette(2)
        case "warning": .palette(3)
        case "error": .palette(1)
        case "muted": .palette(8)
        default: nil
        }
    }
}
