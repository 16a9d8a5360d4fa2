/// Why a session cannot run in this terminal.
package enum TerminalError: Error, Hashable, Sendable {
    package enum Stream: String, Hashable, Sendable {
        case input = "standard input"
        case output = "standard output"
    }

    /// One of the two streams is a file or a pipe.
    case notATerminal(Stream)
    /// `TERM` is not set.
    case terminalNotNamed
    /// The system has no description of the terminal that `TERM` names.
    case terminalNotKnown(name: String)
    /// The terminal cannot place its cursor, as `TERM=dumb`.
    case terminalTooSimple(name: String)
    /// The system refused something that the session cannot do without.
    case system(operation: String, number: Int32)

    /// What was found, what was expected and what to do.
    package var message: String {
        switch self {
        case .notATerminal(let stream):
            "\(stream.rawValue) is not a terminal: run this in a terminal, without redirecting its input or output"
        case .terminalNotNamed:
            "TERM is not set, so the terminal's kind is not known: set it, for example TERM=xterm-256color"
        case .terminalNotKnown(let name):
            "TERM is \"\(name)\", a terminal this system knows nothing of: install its description (often in a package "
                + "\"ncurses-term\"), or set TERM to a similar one, for example TERM=xterm-256color"
        case .terminalTooSimple(let name):
            "TERM is \"\(name)\", a terminal that cannot place its cursor: set TERM to what the terminal really is, for "
                + "example TERM=xterm-256color"
        case .system(let operation, let number):
            "\(operation) failed with system error \(number)"
        }
    }
}

extension TerminalError: CustomStringConvertible {
    package var description: String { message }
}
