/// What all roles look like. Colours are chosen by it only where a picture leaves the program, so that it can change at any
/// time.
package struct Theme: Hashable, Sendable {
    package let name: String
    /// By the numbers of the roles.
    private var looks: [RoleLook]
    /// The ground that the theme is made for; nil for one that suits any.
    package internal(set) var scheme: MediaFeatures.ColorScheme?
    /// Whether text and ground of the page are the theme's and not the terminal's own.
    package var paintsGround = false

    init(name: String, scheme: MediaFeatures.ColorScheme?) {
        self.name = name
        self.scheme = scheme
        looks = Array(repeating: .plain, count: ColorRole.allCases.count)
    }

    /// A theme in which no role looks like anything.
    static let plain = Theme(name: "plain", scheme: nil)

    /// A theme that goes on from another one.
    init(name: String, like other: Theme) {
        self = Theme(name: name, scheme: other.scheme)
        looks = other.looks
    }

    package subscript(role: ColorRole) -> RoleLook {
        get { looks[Int(role.rawValue)] }
        set { looks[Int(role.rawValue)] = newValue }
    }

    /// The ground of the page, whether it is painted or the terminal's own is taken to be like it.
    package var ground: Color { self[.text].background }

    /// A style in which roles have become colours.
    ///
    /// On the ground of a role, text whose colour cannot be read there gets the role's own; that of a page's author too,
    /// who did not know the ground.
    package func resolve(_ style: CellStyle) -> CellStyle {
        var resolved = style
        if case .role(let role) = style.background {
            let look = self[role]
            resolved.background = look.background
            resolved.attributes.formUnion(look.attributes)
            if style.foreground == .standard { resolved.foreground = look.foreground }
        }
        if case .role(let role) = style.foreground {
            let look = self[role]
            resolved.foreground = look.foreground
            resolved.attributes.formUnion(look.attributes)
            if resolved.background == .standard { resolved.background = look.background }
        }
        if case .role(let ground) = style.background { settle(on: ground, style, &resolved) }
        guard paintsGround else { return resolved }
        if resolved.foreground == .standard, resolved.background == .standard {
            resolved.foreground = self[.text].foreground
        }
        if resolved.background == .standard { resolved.background = ground }
        return resolved
    }

    /// Brackets keep fields and buttons apart where they touch, vanish in louder surfaces, and are seen of what has the focus.
    private func edge(on ground: ColorRole) -> Color {
        switch ground {
        case .focus, .fieldFocus: self[ground].foreground
        case .field, .button, .surface:
            self[.edge].foreground == .standard ? self[ground].foreground : self[.edge].foreground
        case _: self[ground].background
        }
    }

    /// Chooses what is read on the ground of a role.
    private func settle(on ground: ColorRole, _ style: CellStyle, _ resolved: inout CellStyle) {
        let look = self[ground]
        if style.foreground == .role(.edge) {
            resolved.attributes.subtract(.underline)
            guard look.background != .standard else { return }
            resolved.foreground = edge(on: ground)
            return
        }
        guard look.background != .standard else { return }
        // A colour that nobody knows is as bad as one that cannot be read.
        if Contrast.ratio(resolved.foreground, look.background).map({ $0 < Contrast.leastForText }) ?? true {
            resolved.foreground = look.foreground
        }
    }
}
