import CNcurses

/// A pipe by which signals and other threads wake the main loop, one byte each.
///
/// Whoever may still write holds on to it, so that no number of a closed file is ever written to.
final class WakePipe: Sendable {
    /// Written for news of a view; signals write their number, which is never zero.
    static let activity: UInt8 = 0

    let reading: Int32
    let writing: Int32

    init() throws(TerminalError) {
        var ends: (Int32, Int32) = (-1, -1)
        guard viewfinder_pipe(&ends.0, &ends.1) == 0 else {
            throw .system(operation: "making a pipe", number: viewfinder_error_number())
        }
        (reading, writing) = ends
    }

    deinit {
        close(reading)
        close(writing)
    }

    /// Wakes the loop from any thread. A full pipe is enough of a wake-up call.
    func wake() {
        var byte = Self.activity
        _ = write(writing, &byte, 1)
    }

    /// The bytes written so far.
    func takeBytes() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = read(reading, &buffer, buffer.count)
        return Array(buffer.prefix(max(0, count)))
    }
}
