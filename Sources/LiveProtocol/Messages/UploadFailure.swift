import OrderedCollections

/// Why the channel of a file refuses to be joined, or refuses its bytes (WIRE.md 6).
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
