import TextLayout

/// How a person wants the terminal to look.
package struct TerminalLooks: Sendable {
    /// Nil for the one that suits the terminal.
    package var theme: Theme?
    /// What was wrong with what the person wrote about it, in words.
    package var problems: [String]

    package init(theme: Theme? = nil, problems: [String] = []) {
        self.theme = theme
        self.problems = problems
    }
}
