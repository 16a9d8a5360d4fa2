import CNcurses
import TextLayout

/// A terminal that is used as a typewriter is: keys one by one, and text that follows text. It needs no description of the
/// terminal, and no curses.
final class LineTerminal {
    private let input: Int32
    private let output: Int32
    private var isOpen = true

    /// Takes the terminal.
    ///
    /// - Throws: When one of the descriptors is no terminal.
    init(input: Int32, output: Int32) throws(TerminalError) {
        guard isatty(input) == 1 else { throw .notATerminal(.input) }
        guard isatty(output) == 1 else { throw .notATerminal(.output) }
        guard SignalGuard.remember(input: input, output: output) else {
            throw .system(operation: "reading the terminal's modes", number: viewfinder_error_number())
        }
        self.input = input
        self.output = output
        // What widths of characters depend on.
        setlocale(LC_CTYPE, "")
        SignalGuard.setRestoringBytes("")
        SignalGuard.arm(writing: "")
        setModes()
    }

    var columns: Int {
        var (columns, rows): (Int32, Int32) = (0, 0)
        guard viewfinder_terminal_size(output, &columns, &rows) == 0, columns > 0 else { return 80 }
        return Int(columns)
    }

    func write(_ text: String) {
        if !text.isEmpty { TerminalOutput.write(Array(text.utf8), to: output) }
    }

    func suspend() {
        guard isOpen else { return }
        SignalGuard.restore()
    }

    func resume() {
        guard isOpen else { return }
        if !SignalGuard.isArmed { SignalGuard.arm(writing: "") }
        SignalGuard.setModes()
    }

    func close() {
        guard isOpen else { return }
        isOpen = false
        SignalGuard.restore()
    }

    /// Keys one by one and unseen, as they are, but for the interrupt key; what is written is left to the terminal's driver.
    private func setModes() {
        var modes = termios()
        guard tcgetattr(input, &modes) == 0 else { return }
        modes.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
        modes.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR)
        tcsetattr(input, TCSADRAIN, &modes)
        viewfinder_keep_interrupt_key(input)
        SignalGuard.noteModes()
    }
}
