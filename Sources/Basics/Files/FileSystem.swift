import CLibrary

/// Questions about files, and reading them, without Foundation.
package enum FileSystem {
    /// What is known of a file without reading it.
    package struct Status: Sendable {
        package let isFile: Bool
        package let isFolder: Bool
        package let stamp: FileStamp
    }

    /// What is at a path, after following symbolic links; nil when nothing is.
    package static func status(of path: String) -> Status? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let (kind, time) = (status.st_mode & S_IFMT, status.modificationTime)
        return Status(
            isFile: kind == S_IFREG, isFolder: kind == S_IFDIR,
            stamp: FileStamp(
                size: Int(status.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec),
                inode: UInt64(status.st_ino)))
    }

    package static func isFolder(_ path: String) -> Bool { status(of: path)?.isFolder ?? false }

    package static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

    /// The absolute path without symbolic links; nil when nothing is there.
    package static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The names in a folder, in no order; none where it cannot be read.
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
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The paths of all files below a folder, and of the folders that may not be looked into, relative to it and sorted; links
    /// to folders are not followed.
    ///
    /// - Parameter depth: How deep folders are looked into.
    package static func tree(below folder: String, depth: Int = 32) -> (files: [String], closed: [String]) {
        var (files, closed): ([String], [String]) = ([], [])
        var pending = [(path: "", depth: 0)]
        while let (inner, level) = pending.popLast() {
            if access(folder + "/" + inner, R_OK | X_OK) != 0 { closed.append(inner) }
            for entry in entries(of: folder + "/" + inner) {
                let path = inner + entry
                if !isFolder(folder + "/" + path) {
                    files.append(path)
                } else if level < depth, !isLink(folder + "/" + path) {
                    pending.append((path + "/", level + 1))
                }
            }
        }
        return (files.sorted(), closed.sorted())
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - limit: The most bytes that are read; a longer file is refused.
    ///   - acceptsStreams: Whether it may be a pipe or a device, which is read to its end.
    package static func contents(
        of path: String, limit: Int, acceptsStreams: Bool = false
    ) throws(FileFailure) -> [UInt8] {
        // Opening a pipe that nobody writes to would wait for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | (acceptsStreams ? 0 : O_NONBLOCK))
        guard descriptor >= 0 else { throw .last() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .last() }
        let kind = status.st_mode & S_IFMT
        guard kind != S_IFDIR else { throw .folder }
        guard kind == S_IFREG || acceptsStreams else { throw .notAFile }
        guard status.st_size <= limit else { throw .tooLong(limit: limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        var buffer = [UInt8](repeating: 0, count: 65536)
        while bytes.count <= limit {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .last() }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
        throw .tooLong(limit: limit)
    }

    /// The text of a file, within the bounds of `contents(of:limit:acceptsStreams:)`.
    package static func text(
        of path: String, limit: Int, acceptsStreams: Bool = false
    ) throws(FileFailure) -> String {
        let bytes = try contents(of: path, limit: limit, acceptsStreams: acceptsStreams)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        return text
    }

    /// Some bytes of a file; nil when it ends before the last of them.
    package static func bytes(_ range: Range<Int>, of path: String) throws(FileFailure) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last() }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: range.count)
        var count = 0
        while count < bytes.count {
            let new = bytes.withUnsafeMutableBytes { buffer in
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
                return pread(descriptor, rest.baseAddress, rest.count, off_t(range.lowerBound + count))
            }
            if new < 0, errno == EINTR { continue }
            guard new >= 0 else { throw .last() }
            guard new > 0 else { return nil }
            count += new
        }
        return bytes
    }

    /// Makes a folder that only this user may look into, where the system keeps temporary files.
    package static func makeTemporaryFolder(prefix: String) throws(FileFailure) -> String {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        var template = Array("\(parent.isEmpty ? "/tmp" : parent)/\(prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .last() }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    package static func removeFile(_ path: String) { _ = unlink(path) }

    /// Removes a folder that is empty.
    package static func removeFolder(_ path: String) { _ = rmdir(path) }
}

/// What tells one version of a file from another.
package struct FileStamp: Equatable, Sendable {
    package let size: Int
    /// When it was last changed: seconds since 1970 and nanoseconds of that second.
    package let seconds: Int
    package let nanoseconds: Int
    package let inode: UInt64
}
