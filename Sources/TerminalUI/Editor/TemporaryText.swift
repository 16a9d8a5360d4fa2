import Basics
import CLibrary

/// A text in a file of its own, which only the person can read, for as long as an editor has it.
struct TemporaryText {
    let path: String
    private let folder: String

    /// - Throws: `FileFailure` where the file cannot be made.
    init(_ text: String) throws(FileFailure) {
        folder = try FileSystem.makeTemporaryFolder(prefix: "viewfinder-")
        path = folder + "/text.txt"
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t(0o600))
        var isWritten = file >= 0
        if file >= 0 {
            isWritten = Self.write(Array(text.utf8), to: file)
            close(file)
        }
        guard isWritten else {
            let failure = FileFailure.last()
            remove()
            throw failure
        }
    }

    /// The text as it is now.
    ///
    /// - Throws: `FileFailure` where it cannot be read, or is no text of a bearable length.
    func read() throws(FileFailure) -> String { try FileSystem.text(of: path, limit: 16 << 20) }

    /// Removes the file, and what an editor may have left beside it.
    func remove() {
        for name in FileSystem.entries(of: folder) { FileSystem.removeFile("\(folder)/\(name)") }
        FileSystem.removeFolder(folder)
    }

    private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { CLibrary.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
