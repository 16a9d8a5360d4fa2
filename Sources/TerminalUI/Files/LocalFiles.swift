import CNcurses
import LiveClient

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files of this machine, as a person names them by path.
enum LocalFiles {
    /// Why a file cannot be taken.
    struct Refusal: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    /// A file that is read as it is sent.
    static func file(at typed: String) throws(Refusal) -> ClientFile {
        let path = expanded(typed)
        guard let status = status(of: path) else { throw Refusal(description: "there is no file \(typed)") }
        if status.st_mode & S_IFMT == S_IFDIR {
            throw Refusal(description: "\(typed) is a folder: Tab shows what is in it")
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw Refusal(description: "\(typed) is not a file") }
        guard access(path, R_OK) == 0 else { throw Refusal(description: "\(typed) may not be read") }
        #if canImport(Darwin)
            let changed = status.st_mtimespec
        #else
            let changed = status.st_mtim
        #endif
        return ClientFile(
            name: path.split(separator: "/").last.map(String.init) ?? path, size: Int(status.st_size),
            lastModified: Int(changed.tv_sec) * 1000 + Int(changed.tv_nsec) / 1_000_000
        ) { range in try bytes(range, of: path) }
    }

    static func isFolder(_ typed: String) -> Bool {
        status(of: expanded(typed)).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
    }

    /// The names in a folder, sorted; none where it cannot be read.
    static func names(in typed: String) -> [String] {
        guard let folder = opendir(typed.isEmpty ? "." : expanded(typed)) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The path with `~` as the person's own folder.
    private static func expanded(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
        return String(cString: home) + path.dropFirst()
    }

    private static func status(of path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    private static func bytes(_ range: Range<Int>, of path: String) throws(Refusal) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Refusal(description: "it may not be read") }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: range.count)
        var count = 0
        while count < bytes.count {
            let new = bytes.withUnsafeMutableBytes { buffer in
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
                return pread(descriptor, rest.baseAddress, rest.count, off_t(range.lowerBound + count))
            }
            if new < 0, errno == EINTR { continue }
            guard new > 0 else { throw Refusal(description: "it has become shorter") }
            count += new
        }
        return bytes
    }
}
