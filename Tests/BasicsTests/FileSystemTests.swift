import Basics
import CLibrary
import Testing

@Suite("Files")
struct FileSystemTests {
    /// A folder that goes when the test ends, with what is in it.
    private final class Folder {
        let path: String
        private var files: [String] = []

        init() throws { path = try FileSystem.makeTemporaryFolder(prefix: "viewfinder-tests-") }

        deinit {
            for file in files { FileSystem.removeFile(file) }
            FileSystem.removeFolder(path)
        }

        func file(_ name: String, _ bytes: [UInt8]) throws -> String {
            let file = "\(path)/\(name)"
            let output = try OutputFile(creating: file)
            files.append(file)
            try output.write(bytes)
            try output.close()
            return file
        }
    }

    @Test func `are read as they were written`() throws {
        let folder = try Folder()
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let file = try folder.file("data", bytes)
        #expect(try FileSystem.contents(of: file, limit: bytes.count) == bytes)
        #expect(try FileSystem.bytes(70_000..<70_010, of: file) == Array(bytes[70_000..<70_010]))
        #expect(try FileSystem.bytes(199_999..<200_001, of: file) == nil)
        #expect(FileSystem.status(of: file)?.stamp.size == bytes.count)
        #expect(FileSystem.entries(of: folder.path) == ["data"])
    }

    @Test func `that cannot be read say why`() throws {
        let folder = try Folder()
        let text = try folder.file("text", [0x61, 0xFF])
        let pipe = "\(folder.path)/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        defer { FileSystem.removeFile(pipe) }
        func failure(_ path: String, limit: Int = 100) -> FileFailure? {
            do {
                _ = try FileSystem.text(of: path, limit: limit)
                return nil
            } catch { return error }
        }
        #expect(failure(folder.path + "/none") == .missing)
        #expect(failure(text + "/below") == .missing)
        #expect(failure(folder.path) == .folder)
        #expect(failure(pipe) == .notAFile)
        #expect(failure("/dev/zero") == .notAFile)
        #expect(failure(text) == .notUTF8)
        #expect(failure(text, limit: 1) == .tooLong(limit: 1))
    }

    @Test func `a device without an end is read no further than its limit`() {
        #expect(throws: FileFailure.tooLong(limit: 1000)) {
            try FileSystem.contents(of: "/dev/zero", limit: 1000, acceptsStreams: true)
        }
    }
}
