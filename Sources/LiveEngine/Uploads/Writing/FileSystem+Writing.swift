import Templates

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writing of files, without Foundation.
extension FileSystem {
    /// A new file that is written to; closed when it is let go of.
    final class OutputFile {
        private var descriptor: Int32

        /// - Parameter path: Where nothing is yet.
        init(creating path: String) throws(Failure) {
            descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw .system() }
        }

        deinit { try? close() }

        func write(_ bytes: [UInt8]) throws(Failure) {
            var start = 0
            while start < bytes.count {
                let count = bytes.withUnsafeBytes { buffer in
                    system_write(descriptor, UnsafeRawBufferPointer(rebasing: buffer[start...]))
                }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw .system() }
                start += count
            }
        }

        func close() throws(Failure) {
            guard descriptor >= 0 else { return }
            let result = system_close(descriptor)
            descriptor = -1
            guard result == 0 else { throw .system() }
        }
    }

    /// Makes a folder that only this user may look into, where the system keeps temporary files.
    static func makeTemporaryFolder(prefix: String) throws(Failure) -> String {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        var template = Array("\(parent.isEmpty ? "/tmp" : parent)/\(prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .system() }
        return template.withUnsafeBufferPointer { String(cString: $0.baseAddress.unsafelyUnwrapped) }
    }

    static func removeFile(_ path: String) { _ = unlink(path) }

    /// Removes a folder that is empty.
    static func removeFolder(_ path: String) { _ = rmdir(path) }
}

// The names of the system's functions are those of methods above.
private func system_write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}

private func system_close(_ descriptor: Int32) -> Int32 { close(descriptor) }
