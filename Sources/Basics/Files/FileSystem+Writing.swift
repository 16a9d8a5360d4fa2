import CLibrary
import Synchronization

/// How many files were written, by which those that are being written are told apart.
private let writeCount = Atomic(0)

extension FileSystem {
    /// Makes a folder, and those it lies in, where they are not there yet.
    package static func makeFolder(_ path: String) throws(FileFailure) {
        guard !path.isEmpty, !isFolder(path) else { return }
        if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last() }
    }

    /// Puts a text in the place of a file, or makes the file. Whoever reads it meanwhile sees the old text or the new one.
    package static func replace(_ path: String, with text: String) throws(FileFailure) {
        let number = writeCount.add(1, ordering: .relaxed).newValue
        let temporary = "\(path).\(getpid())-\(number).new"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .last() }
        do throws(FileFailure) {
            try writeAll(Array(text.utf8), to: descriptor)
            guard rename(temporary, path) == 0 else { throw .last() }
        } catch {
            removeFile(temporary)
            throw error
        }
    }

    /// Keeps a file under a second name, too, in the place of what had that name.
    package static func keep(_ path: String, as copy: String) throws(FileFailure) {
        removeFile(copy)
        // Where a file system has no links, the file has only the other name until something takes its place.
        guard link(path, copy) == 0 || rename(path, copy) == 0 else { throw .last() }
    }

    /// Writes and closes.
    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(FileFailure) {
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let failure = FileFailure.last()
                close(descriptor)
                throw failure
            }
            start += count
        }
        guard close(descriptor) == 0 else { throw .last() }
    }
}
