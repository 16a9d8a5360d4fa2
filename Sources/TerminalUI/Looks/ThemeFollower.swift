import TextLayout

/// Keeps what is shown in a theme that suits the terminal, whenever that tells more of itself.
final class ThemeFollower {
    private var selection: ThemeSelection

    init(_ selection: ThemeSelection) { self.selection = selection }

    func begin(on screen: Screen, _ interface: any TerminalInterface) {
        screen.use(selection.theme)
        interface.use(selection.media)
    }

    func take(_ answer: TerminalAnswer, on screen: Screen, _ interface: any TerminalInterface) {
        screen.take(answer)
        if selection.take(answer) { begin(on: screen, interface) }
    }
}
