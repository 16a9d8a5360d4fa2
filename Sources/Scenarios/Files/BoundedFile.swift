import Foundation

/// Reads files from outside, and no more of them than can be meant: a device has no end.
public enum BoundedFile {
    /// Why a file cannot be read.
    public enum Problem: Error, Hashable, Sendable {
        case missing
        case unreadable
        /// It is longer than so many bytes.
        case tooLong(limit: Int)
        case notUTF8

        /// In words for people, to go on a sentence with.
        public var reason: String {
            switch self {
            case .missing: "there is no such file, or it may not be read"
            case .unreadable: "it is a folder, or reading it failed"
            case .tooLong(let limit): "it is longer than \(limit >> 20) MiB"
            case .notUTF8: "it is not UTF-8 text"
            }
        }
    }

    /// The longest file of data that is read as text.
    public static let textLimit = 64 << 20

    /// The longest scenario file.
    static let scenarioLimit = 4 << 20

    /// The longest file that a scenario can choose in a file input.
    static let uploadLimit = 256 << 20

    /// The text of a file.
    public static func text(of path: String, limit: Int = textLimit) throws(Problem) -> String {
        guard let text = String(validating: try bytes(of: path, limit: limit), as: UTF8.self) else {
            throw .notUTF8
        }
        return text
    }

    /// The bytes of a file.
    static func bytes(of path: String, limit: Int) throws(Problem) -> Data {
        guard let file = FileHandle(forReadingAtPath: path) else { throw .missing }
        defer { try? file.close() }
        // One byte more tells a file that is just as long from one that is longer.
        guard let data = try? file.read(upToCount: limit + 1) else {
            // At the end of an empty file nothing is read, which is no failure; of a folder nothing can be.
            var isFolder: ObjCBool = false
            let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            guard isThere, !isFolder.boolValue else { throw .unreadable }
            return Data()
        }
        guard data.count <= limit else { throw .tooLong(limit: limit) }
        return data
    }
}
