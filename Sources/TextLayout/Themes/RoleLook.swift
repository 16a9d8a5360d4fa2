/// What a role looks like in a theme.
package struct RoleLook: Hashable, Sendable {
    /// The terminal's own, a number of its palette, or red, green and blue; never a role.
    package var foreground: Color
    /// That of whatever it stands on where this is `standard`.
    package var background: Color
    package var attributes: CellStyle.Attributes

    package init(
        _ foreground: Color = .standard, on background: Color = .standard, _ attributes: CellStyle.Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    static let plain = RoleLook()
}
