#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Where messages for people go, apart from output for other programs.
enum StandardError {
    /// Prints a message and ends its line.
    static func print(_ message: String) {
        var bytes = Array(message.utf8)[...]
        if bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
