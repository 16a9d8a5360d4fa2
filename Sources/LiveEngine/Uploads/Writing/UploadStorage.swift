/// Which writer takes the bytes of uploads.
public enum UploadStorage: Sendable {
    /// A file in a folder of the engine's own, removed when it is consumed, cancelled, or left over.
    case temporaryFile
    /// Memory: for small files.
    case memory
    /// A writer of your own.
    case custom(@Sendable (Upload.Entry) throws -> any UploadWriter)

    func makeWriter(for entry: Upload.Entry, in folder: TemporaryFolder) throws -> any UploadWriter {
        switch self {
        case .temporaryFile: try TemporaryFileWriter(in: folder)
        case .memory: MemoryWriter()
        case .custom(let make): try make(entry)
        }
    }
}

/// Where the bytes of one file go as they come.
public protocol UploadWriter: AnyObject {
    /// Takes the next bytes.
    func write(_ bytes: [UInt8]) throws

    /// All bytes are there.
    ///
    /// - Returns: The file as its consumer gets it.
    func finish() throws -> UploadedFile

    /// Lets go of all that is kept: the file was consumed, or is not wanted any more. Called once, at whatever point.
    func remove()
}

/// Keeps a file in memory.
final class MemoryWriter: UploadWriter {
    private var bytes: [UInt8] = []

    func write(_ bytes: [UInt8]) { self.bytes += bytes }

    func finish() -> UploadedFile { UploadedFile(bytes: bytes) }

    func remove() { bytes = [] }
}
