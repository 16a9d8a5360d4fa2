#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reading of files, without Foundation.
package enum FileSystem {
    /// Why a file could not be read.
    package struct Failure: Error {
        package let reason: String

        package static func system() -> Failure {
            Failure(reason: strerror(errno).map { String(cString: $0) } ?? "error \(errno)")
        }
    }

    /// The absolute path without symbolic links; nil when nothing is there.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    package static func isFolder(_ path: String) -> Bool {
        (status(of: path)?.st_mode).map { $0 & S_IFMT == S_IFDIR } ?? false
    }

    static func stamp(of path: String) -> FileStamp? {
        guard let status = status(of: path) else { return nil }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return FileStamp(
            size: Int(status.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec),
            inode: UInt64(status.st_ino))
    }

    /// The names in a folder, in no order.
    package static func entries(of path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
                    String(cString: $0)
                }
            }
            names.append(name)
        }
        return names
    }

    /// The bytes of a regular file.
    ///
    /// - Parameter limit: The most bytes that are read; a larger file is refused.
    package static func contents(of path: String, limit: Int) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system() }
        guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(reason: "it is not a file") }
        guard status.st_size <= limit else { throw Failure(reason: "it is larger than \(limit >> 20) MiB") }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while bytes.count <= limit {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system() }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
        throw Failure(reason: "it is larger than \(limit >> 20) MiB")
    }

    private static func status(of path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}
