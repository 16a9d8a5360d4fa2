/// A colour of text or ground.
package enum Color: Hashable, Sendable {
    /// The terminal's own colour.
    case standard
    /// One of the 16 colours that every colour terminal has, as its theme shows them; 8 to 15 are bright.
    case palette(UInt8)
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
    /// What a role looks like in the theme of whoever shows the picture.
    case role(ColorRole)

    var isRole: Bool { if case .role = self { true } else { false } }

    /// Whether it is not one of an author's choosing.
    var isThemes: Bool { self == .standard || isRole }
}
