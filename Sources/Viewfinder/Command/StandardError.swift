#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Where messages for people go, apart from output for other programs.
enum StandardError {
    /// Writes a message and ends its line.
    static func write(_ message: String) {
        var line = message
        if !line.hasSuffix("\n") { line += "\n" }
        var bytes = Array(line.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
