import OrderedCollections

/// The answer to a preflight (WIRE.md 6).
public struct UploadReply: Equatable, Sendable {
    public var reference: String
    /// `max_file_size`, `max_entries`, `chunk_size`, `chunk_timeout`.
    public var configuration: OrderedDictionary<String, JSONValue>
    /// What each entry is sent with: a token, or an uploader's own data.
    public var entries: OrderedDictionary<String, JSONValue>
    /// Why entries are refused.
    public var errors: OrderedDictionary<String, JSONValue>
    /// Why the whole selection is refused: pairs of reference and reason.
    public var rejections: [JSONValue]
    public var diff: Diff?

    public init(
        reference: String,
        configuration: OrderedDictionary<String, JSONValue> = [:],
        entries: OrderedDictionary<String, JSONValue> = [:],
        errors: OrderedDictionary<String, JSONValue> = [:],
        rejections: [JSONValue] = [],
        diff: Diff? = nil
    ) {
        self.reference = reference
        self.configuration = configuration
        self.entries = entries
        self.errors = errors
        self.rejections = rejections
        self.diff = diff
    }
}
