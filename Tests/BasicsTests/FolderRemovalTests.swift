import Basics
import Foundation
import Testing

@Suite struct FolderRemovalTests {
    @Test func `What is in a folder goes, but for one name, and links are not followed`() throws {
        let manager = FileManager.default
        let top = NSTemporaryDirectory() + "removal-\(UUID().uuidString)"
        defer { try? manager.removeItem(atPath: top) }
        let (folder, outside) = (top + "/in", top + "/out")
        try FileSystem.makeFolder(folder + "/a/b")
        try FileSystem.makeFolder(outside)
        for path in [folder + "/a/b/c.txt", folder + "/d.txt", folder + "/kept", outside + "/e.txt"] {
            try FileSystem.replace(path, with: "x")
        }
        try manager.createSymbolicLink(atPath: folder + "/link", withDestinationPath: outside)
        try FileSystem.removeContents(of: folder, except: "kept")
        #expect(FileSystem.entries(of: folder) == ["kept"])
        #expect(FileSystem.filesBelow(outside) == ["e.txt"])
    }

    @Test func `A text's number is that of FNV-1a`() {
        #expect(StableHash.number(of: "") == 0xCBF2_9CE4_8422_2325)
        #expect(StableHash.number(of: "a") == 0xAF63_DC4C_8601_EC8C)
        #expect(StableHash.number(of: "foobar") == 0x8594_4171_F739_67E8)
    }

    @Test func `Files that several threads put at one place never mix`() async throws {
        let path = NSTemporaryDirectory() + "replacing-\(UUID().uuidString)"
        defer { unlink(path) }
        let texts = (0..<8).map { String(repeating: "\($0)", count: 10_000) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for text in texts { group.addTask { for _ in 0..<20 { try FileSystem.replace(path, with: text) } } }
            try await group.waitForAll()
        }
        #expect(texts.contains(try FileSystem.text(of: path, limit: 1 << 20)))
    }
}
