import Basics
import LiveProtocol
import Templates

/// A file that was sent, all of it.
public struct UploadedFile: Sendable {
    private enum Content: Sendable {
        case file(path: String)
        case bytes([UInt8])
        /// It went elsewhere.
        case external
    }

    private let content: Content
    /// In bytes.
    public let size: Int
    /// What is said about it by who keeps it: of an external upload what it was sent with.
    public let meta: JSONValue

    /// A file in the file system, which its writer removes in the end.
    public init(path: String, size: Int, meta: JSONValue = .null) {
        content = .file(path: path)
        self.size = size
        self.meta = meta
    }

    /// A file in memory.
    public init(bytes: [UInt8], meta: JSONValue = .null) {
        content = .bytes(bytes)
        size = bytes.count
        self.meta = meta
    }

    /// A file that the page sent elsewhere.
    init(sentWith meta: JSONValue, size: Int) {
        content = .external
        self.size = size
        self.meta = meta
    }

    /// Where it lies; nil for one in memory, or elsewhere.
    public var path: String? {
        if case .file(let path) = content { path } else { nil }
    }

    /// All its bytes; none of one that is elsewhere.
    ///
    /// - Throws: When the file cannot be read.
    public func bytes() throws -> [UInt8] {
        switch content {
        case .file(let path): try FileSystem.contents(of: path, limit: size)
        case .bytes(let bytes): bytes
        case .external: []
        }
    }
}

/// What becomes of a file that was handed over.
public enum Consumption<Value> {
    /// It is not needed any more.
    case done(Value)
    /// It stays where it is, to be handed over again.
    case postponed(Value)

    var value: Value {
        switch self {
        case .done(let value), .postponed(let value): value
        }
    }

    var isDone: Bool {
        switch self {
        case .done: true
        case .postponed: false
        }
    }
}
