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
