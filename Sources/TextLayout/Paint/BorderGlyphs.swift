/// The signs that draw a border of some style.
struct BorderGlyphs {
    let horizontal: String
    let vertical: String
    let topLeft: String
    let topRight: String
    let bottomLeft: String
    let bottomRight: String

    /// The signs of a style; nil for no border.
    init?(_ style: BorderStyle) {
        switch style {
        case .none: return nil
        case .single: self.init("─", "│", "┌", "┐", "└", "┘")
        case .rounded: self.init("─", "│", "╭", "╮", "╰", "╯")
        case .double: self.init("═", "║", "╔", "╗", "╚", "╝")
        case .heavy: self.init("━", "┃", "┏", "┓", "┗", "┛")
        case .dashed: self.init("╌", "╎", "┌", "┐", "└", "┘")
        case .dotted: self.init("┈", "┊", "┌", "┐", "└", "┘")
        }
    }

    private init(
        _ horizontal: String, _ vertical: String, _ topLeft: String, _ topRight: String, _ bottomLeft: String,
        _ bottomRight: String
    ) {
        self.horizontal = horizontal
        self.vertical = vertical
        self.topLeft = topLeft
        self.topRight = topRight
        self.bottomLeft = bottomLeft
        self.bottomRight = bottomRight
    }
}
