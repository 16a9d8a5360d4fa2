import CNcurses

/// Gathers what ncurses writes in memory, so that each frame reaches the terminal in one piece.
///
/// ncurses writes a row at a time; a terminal that paints in between shows half a frame, and each write costs it a wake-up.
final class FrameSink {
    /// From so many bytes on, a frame is marked as one that is to appear at once: the marks are not worth it for a letter.
    private static let largeFrame = 256

    private let descriptor: Int32
    private let output: Int32
    private var buffer: [UInt8] = []

    /// - Parameters:
    ///   - writing: The descriptor that ncurses writes to, which from now on leads here.
    ///   - output: The terminal.
    /// - Returns: Nil when the system has no memory to spare; ncurses then writes as ever.
    init?(insteadOf writing: Int32, output: Int32) {
        descriptor = viewfinder_memory_file()
        self.output = output
        guard descriptor >= 0 else { return nil }
        guard dup2(descriptor, writing) >= 0 else {
            close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }

    /// Sends what has gathered.
    ///
    /// - Parameters:
    ///   - begin: Goes before much that is to appear at once.
    ///   - end: Goes behind it.
    ///   - more: What belongs to the frame and did not come from ncurses.
    func flush(begin: String = "", end: String = "", more: [UInt8] = []) {
        let count = Int(lseek(descriptor, 0, SEEK_CUR))
        guard count > 0 || !more.isEmpty else { return }
        let isLarge = count + more.count > Self.largeFrame
        let head = isLarge ? Array(begin.utf8) : []
        let tail = isLarge ? Array(end.utf8) : []
        buffer.removeAll(keepingCapacity: true)
        buffer += head
        buffer.append(contentsOf: repeatElement(0, count: count))
        let read = buffer.withUnsafeMutableBytes { bytes in
            pread(descriptor, bytes.baseAddress.map { $0 + head.count }, count, 0)
        }
        lseek(descriptor, 0, SEEK_SET)
        guard read == count else { return }
        buffer += more
        buffer += tail
        TerminalOutput.write(buffer, to: output)
    }
}

/// Writes bytes to a terminal, whole.
enum TerminalOutput {
    static func write(_ bytes: [UInt8], to output: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { CNcurses.write(output, $0.baseAddress, $0.count) }
            if written > 0 {
                rest = rest.dropFirst(written)
                continue
            }
            switch viewfinder_error_number() {
            case EINTR: continue
            // Somebody else made the terminal non-blocking; it takes more in a moment.
            case EAGAIN: viewfinder_wait_for_writing(output)
            case _: return
            }
        }
    }
}
