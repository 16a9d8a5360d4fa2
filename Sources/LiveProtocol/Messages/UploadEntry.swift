/// One chosen file (CLIENT.md 18, WIRE.md 6).
public struct UploadEntry: Equatable, Sendable {
    /// The name of the file input; only in events.
    public var path: String?
    public var reference: String
    public var name: String
    public var relativePath: String
    /// The media type.
    public var type: String
    /// The topic of the channel on which the file is sent.
    public var topic: String { "lvu:\(reference)" }
    /// In bytes.
    public var size: Int
    /// Milliseconds since 1970.
    public var lastModified: Int
    public var meta: JSONValue?

    public init(
        path: String? = nil, reference: String, name: String, relativePath: String = "", type: String = "",
        size: Int, lastModified: Int = 0, meta: JSONValue? = nil
    ) {
        self.path = path
        self.reference = reference
        self.name = name
        self.relativePath = relativePath
        self.type = type
        self.size = size
        self.lastModified = lastModified
        self.meta = meta
    }
}
