/// Keeps a file in memory.
final class MemoryWriter: UploadWriter {
    private var bytes: [UInt8] = []

    func write(_ bytes: [UInt8]) { self.bytes += bytes }

    func finish() -> UploadedFile { UploadedFile(bytes: bytes) }

    func remove() { bytes = [] }
}
