import Foundation

/// Both ends of a terminal that has no window: a device draws on `terminal`, and a test reads what arrived.
final class Pseudoterminal {
    private let master: Int32
    let terminal: Int32

    init?(columns: Int, rows: Int) {
        var ends: (Int32, Int32) = (-1, -1)
        guard openpty(&ends.0, &ends.1, nil, nil, nil) == 0 else { return nil }
        (master, terminal) = ends
        resize(columns: columns, rows: rows)
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(terminal)
        close(master)
    }

    func resize(columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    }

    /// What was written since the last call.
    func takeOutput() -> String {
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return String(decoding: output, as: UTF8.self) }
            output += buffer[..<count]
        }
    }

    var modes: [UInt32] {
        var modes = termios()
        guard tcgetattr(terminal, &modes) == 0 else { return [] }
        return [UInt32(modes.c_iflag), UInt32(modes.c_oflag), UInt32(modes.c_cflag), UInt32(modes.c_lflag)]
    }
}
