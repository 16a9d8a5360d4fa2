import Basics

/// Keeps a file in a temporary folder.
final class TemporaryFileWriter: UploadWriter {
    private let folder: TemporaryFolder
    private let path: String
    private var file: OutputFile?
    private var size = 0

    init(in folder: TemporaryFolder) throws(FileFailure) {
        self.folder = folder
        path = try folder.newPath()
        do {
            file = try OutputFile(creating: path)
        } catch {
            folder.release(path)
            throw error
        }
    }

    func write(_ bytes: [UInt8]) throws {
        try file?.write(bytes)
        size += bytes.count
    }

    func finish() throws -> UploadedFile {
        try file?.close()
        file = nil
        return UploadedFile(path: path, size: size)
    }

    func remove() {
        file = nil
        folder.release(path)
    }
}
