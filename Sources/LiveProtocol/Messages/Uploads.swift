import OrderedCollections

/// One chosen file (TheClientsRules.md, "Uploads"; TheWire.md, "Uploads on the wire").
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

/// The question whether files may be sent (TheWire.md, "Uploads on the wire").
public struct UploadPreflight: Equatable, Sendable {
    public var reference: String
    public var entries: [UploadEntry]
    public var component: Int?

    public init(reference: String, entries: [UploadEntry], component: Int? = nil) {
        self.reference = reference
        self.entries = entries
        self.component = component
    }
}

/// The answer to a preflight (TheWire.md, "Uploads on the wire").
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

/// How far one file has come (TheWire.md, "What a client says").
public struct UploadProgress: Equatable, Sendable {
    public enum State: Equatable, Sendable {
        case percent(Int)
        case failed(reason: String)
    }

    /// The event of `phx-progress`.
    public var event: String?
    public var reference: String
    public var entryReference: String
    public var state: State
    public var component: Int?

    public init(
        event: String? = nil, reference: String, entryReference: String, state: State, component: Int? = nil
    ) {
        self.event = event
        self.reference = reference
        self.entryReference = entryReference
        self.state = state
        self.component = component
    }
}

/// Why the channel of a file refuses to be joined, or refuses its bytes (TheWire.md, "Uploads on the wire").
public enum UploadFailure: Error, Equatable, Sendable {
    /// No session has given out the token.
    case invalidToken
    /// The token was used already.
    case alreadyRegistered
    /// The file is not wanted any more.
    case disallowed
    /// The bytes cannot be kept.
    case writerError
    /// More bytes came than were announced, or than are allowed.
    case fileSizeLimitExceeded(limit: Int)

    /// The word by which both sides know it.
    public var reason: String {
        switch self {
        case .invalidToken: "invalid_token"
        case .alreadyRegistered: "already_registered"
        case .disallowed: "disallowed"
        case .writerError: "writer_error"
        case .fileSizeLimitExceeded: "file_size_limit_exceeded"
        }
    }

    /// The failure as the answer to a message.
    public var reply: Reply {
        var members: OrderedDictionary<String, JSONValue> = ["reason": .string(reason)]
        if case .fileSizeLimitExceeded(let limit) = self { members["limit"] = .integer(limit) }
        return .failed(.object(members))
    }
}
