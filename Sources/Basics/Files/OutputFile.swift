import CLibrary

/// A file that is written to; closed when it is let go of.
package final class OutputFile {
    private var descriptor: Int32

    /// - Parameter path: Where nothing is yet.
    package init(creating path: String) throws(FileFailure) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .last() }
    }

    /// - Parameter path: Where it goes; a file that is there is emptied, and a device is written to.
    package init(replacing path: String) throws(FileFailure) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .last() }
    }

    deinit { try? close() }

    package func write(_ bytes: [UInt8]) throws(FileFailure) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[start...]))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .last() }
            start += count
        }
    }

    package func close() throws(FileFailure) {
        guard descriptor >= 0 else { return }
        let result = systemClose(descriptor)
        descriptor = -1
        guard result == 0 else { throw .last() }
    }
}

// The names of the system's functions are those of methods above.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
