import CLibrary
import Scenarios

/// What the environment of this process says.
enum Environment {
    /// Whether a variable is there and not empty.
    static func isSet(_ name: String) -> Bool { value(of: name).map { !$0.isEmpty } ?? false }

    static func value(of name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

extension TerminalStyle {
    /// The terminal that the standard output is; nil when it is none.
    static var ofStandardOutput: TerminalStyle? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        // A value of any kind turns colours off (no-color.org).
        let hasColors = !Environment.isSet("NO_COLOR") && Environment.value(of: "TERM") != "dumb"
        return TerminalStyle(width: isKnown ? Int(size.ws_col) : 80, hasColors: hasColors)
    }
}
