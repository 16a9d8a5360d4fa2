import OrderedCollections

/// One chosen file (CLIENT.md 18, WIRE.md 6).
package struct UploadEntry: Equatable, Sendable {
    /// The name of the file input; only in events.
    package var path: String?
    package var reference: String
    package var name: String
    package var relativePath: String
    /// The media type.
    package var type: String
    /// The topic of the channel on which the file is sent.
    package var topic: String { "lvu:\(reference)" }
    /// In bytes.
    package var size: Int
    /// Milliseconds since 1970.
    package var lastModified: Int
    package var meta: JSONValue?

    package init(
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
    package var reference: String
    package var entries: [UploadEntry]
    package var component: Int?

    package init(reference: String, entries: [UploadEntry], component: Int? = nil) {
        self.reference = reference
        self.entries = entries
        self.component = component
    }
}

/// The answer to a preflight (WIRE.md 6).
package struct UploadReply: Equatable, Sendable {
    package var reference: String
    /// `max_file_size`, `max_entries`, `chunk_size`, `chunk_timeout`.
    package var configuration: OrderedDictionary<String, JSONValue>
    /// What each entry is sent with: a token, or an uploader's own data.
    package var entries: OrderedDictionary<String, JSONValue>
    /// Why entries are refused.
    package var errors: OrderedDictionary<String, JSONValue>
    /// Why the whole selection is refused: pairs of reference and reason.
    package var rejections: [JSONValue]
    package var diff: Diff?

    package init(
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
    package enum State: Equatable, Sendable {
        case percent(Int)
        case failed(reason: String)
    }

    /// The event of `phx-progress`.
    package var event: String?
    package var reference: String
    package var entryReference: String
    package var state: State
    package var component: Int?

    package init(
        event: String? = nil, reference: String, entryReference: String, state: State, component: Int? = nil
    ) {
        self.event = event
        self.reference = reference
        self.entryReference = entryReference
        self.state = state
        self.component = component
    }
}

/// Why the channel of a file refuses to be joined, or refuses its bytes (WIRE.md 6).
package enum UploadFailure: Error, Equatable, Sendable {
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
    package var reason: String {
        switch self {
        case .invalidToken: "invalid_token"
        case .alreadyRegistered: "already_registered"
        case .disallowed: "disallowed"
        case .writerError: "writer_error"
        case .fileSizeLimitExceeded: "file_size_limit_exceeded"
        }
    }

    /// The failure as the answer to a message.
    package var reply: Reply {
        var members: OrderedDictionary<String, JSONValue> = ["reason": .string(reason)]
        if case .fileSizeLimitExceeded(let limit) = self { members["limit"] = .integer(limit) }
        return .failed(.object(members))
    }
}
