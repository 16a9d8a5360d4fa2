import TextLayout

/// What cells are drawn on: a terminal, or in tests a grid in memory.
protocol TerminalDevice: AnyObject {
    var size: Size { get }

    /// Writes one cell; seen with the next `present`.
    ///
    /// - Parameter width: 1, or 2 for a character that takes the next cell too.
    func put(_ cell: Cell, width: Int, at position: Position)

    /// Brings what was put before the person's eyes and sets the cursor; nil hides it.
    func present(cursor: Position?)

    /// Takes it that the terminal shows anything or nothing: all cells are going to be put again.
    func clear()

    /// Sets the title of the terminal's window; text free of control characters.
    func setTitle(_ title: String)

    /// Takes the addresses that cells lead to, by their numbers less one.
    func use(links: [String])

    /// Shows what is put from now on in a theme.
    func use(_ theme: Theme)

    /// Takes what the terminal says of itself.
    ///
    /// - Returns: Whether what is shown has to be put again.
    func take(_ answer: TerminalAnswer) -> Bool

    /// Whether clicks and the wheel are reported, or left to the terminal.
    func setMouse(isOn: Bool)

    /// Asks the terminal to put text on the clipboard.
    func copy(_ text: String)

    func ring()

    /// Takes up the terminal's present size.
    func updateSize()

    /// Gives the terminal to others for a while.
    func suspend()

    /// Takes the terminal again, whatever has happened to it.
    func resume()

    /// Gives the terminal back as it was found.
    func close()
}

extension TerminalDevice {
    func use(links: [String]) {}

    func use(_ theme: Theme) {}

    func take(_ answer: TerminalAnswer) -> Bool { false }
}
