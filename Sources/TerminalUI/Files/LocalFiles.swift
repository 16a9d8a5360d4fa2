import Basics
import CLibrary
import LiveClient

/// The files of this machine, as a person names them by path.
enum LocalFiles {
    /// Why a file cannot be taken.
    struct Refusal: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    /// A file that is read as it is sent.
    static func file(at typed: String) throws(Refusal) -> ClientFile {
        let path = expanded(typed)
        guard let status = FileSystem.status(of: path) else {
            throw Refusal(description: "there is no file \(typed)")
        }
        guard !status.isFolder else { throw Refusal(description: "\(typed) is a folder: Tab shows what is in it") }
        guard status.isFile else { throw Refusal(description: "\(typed) is not a file") }
        guard FileSystem.isReadable(path) else { throw Refusal(description: "\(typed) may not be read") }
        let stamp = status.stamp
        return ClientFile(
            name: path.split(separator: "/").last.map(String.init) ?? path, size: stamp.size,
            lastModified: stamp.seconds * 1000 + stamp.nanoseconds / 1_000_000
        ) { range in try bytes(range, of: path) }
    }

    static func isFolder(_ typed: String) -> Bool { FileSystem.isFolder(expanded(typed)) }

    /// The names in a folder, sorted; none where it cannot be read.
    static func names(in typed: String) -> [String] {
        FileSystem.entries(of: typed.isEmpty ? "." : expanded(typed)).sorted()
    }

    /// The path with `~` as the person's own folder.
    static func expanded(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
        return String(cString: home) + path.dropFirst()
    }

    private static func bytes(_ range: Range<Int>, of path: String) throws(Refusal) -> [UInt8] {
        let bytes: [UInt8]?
        do {
            bytes = try FileSystem.bytes(range, of: path)
        } catch {
            throw Refusal(description: error.reason)
        }
        guard let bytes else { throw Refusal(description: "it has become shorter") }
        return bytes
    }
}
