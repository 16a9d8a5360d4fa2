/// A terminal on which a report is read.
package struct TerminalStyle: Hashable, Sendable {
    /// What a text stands out by.
    enum Paint: String {
        case good = "32"
        case bad = "31"
        case odd = "33"
        case faint = "2"
        case strong = "1"
    }

    /// In cells.
    let width: Int
    let hasColors: Bool

    package init(width: Int, hasColors: Bool) {
        self.width = width
        self.hasColors = hasColors
    }

    /// The text between the escape sequences for it (ECMA-48, SGR).
    ///
    /// - Parameter text: In one line, and made readable, so that nothing in it acts on the terminal.
    func paint(_ text: some StringProtocol, _ paint: Paint) -> String {
        hasColors && !text.isEmpty ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : String(text)
    }
}
