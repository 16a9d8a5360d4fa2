import LiveProtocol

/// A file on the person's side, which a page may be given.
public struct ClientFile: Sendable {
    public var name: String
    /// The media type; empty when nobody knows.
    public var type: String
    /// In bytes.
    public var size: Int
    /// Milliseconds since 1970.
    public var lastModified: Int
    /// Where it lies within a chosen folder.
    public var relativePath = ""
    /// What goes along to the view.
    public var meta: JSONValue?
    /// Reads some of the bytes.
    let read: @Sendable (Range<Int>) throws -> [UInt8]

    /// A file in memory.
    ///
    /// - Parameter type: What the ending of the name says unless given.
    public init(name: String, type: String? = nil, lastModified: Int = 0, bytes: [UInt8]) {
        self.init(name: name, type: type, size: bytes.count, lastModified: lastModified) { Array(bytes[$0]) }
    }

    /// A file whose bytes are read as they are sent.
    ///
    /// - Parameters:
    ///   - type: What the ending of the name says unless given.
    ///   - size: In bytes.
    ///   - lastModified: Milliseconds since 1970.
    ///   - read: Gives the bytes of a range within the size.
    public init(
        name: String, type: String? = nil, size: Int, lastModified: Int = 0,
        read: @escaping @Sendable (Range<Int>) throws -> [UInt8]
    ) {
        self.name = name
        self.type = type ?? MediaType.ofFile(named: name)
        self.size = size
        self.lastModified = lastModified
        self.read = read
    }
}
