import LiveProtocol

/// What one window said and heard in a recorded session.
struct RecordedSession {
    /// A message over the connection, as `[join_ref, ref, topic, event, payload]`.
    struct Message {
        var isFromServer: Bool
        var parts: [JSONValue]

        var topic: String { parts[2].string ?? "" }
        var event: String { parts[3].string ?? "" }
        var payload: JSONValue { parts[4] }
        var reference: JSONValue { parts[1] }
    }

    struct Malformed: Error {
        var line: Int
        var problem: String
    }

    /// What happened, in the order in which it did.
    enum Entry {
        case page(url: String, html: String)
        /// A new connection.
        case connection
        case message(Message)
    }

    private(set) var entries: [Entry] = []

    /// Reads the lines of the first window.
    init(parsing text: String) throws {
        for (index, line) in text.split(separator: "\n").enumerated() {
            let entry = try JSONValue(parsing: String(line))
            guard entry["client"] == nil else { continue }
            switch entry["dir"]?.string {
            case "http":
                guard let url = entry["url"]?.string, let html = entry["html"]?.string, entry["status"] == 200 else {
                    continue
                }
                entries.append(.page(url: url, html: html))
            case "open": entries.append(.connection)
            case "in", "out":
                // Bytes are the chunks of files, of which replays know nothing.
                guard let message = entry["msg"] else { continue }
                guard case .array(let parts) = message, parts.count == 5 else {
                    throw Malformed(line: index + 1, problem: "a message is no list of five")
                }
                entries.append(.message(Message(isFromServer: entry["dir"] == "in", parts: parts)))
            default: continue
            }
        }
        guard case .page? = entries.first else { throw Malformed(line: 1, problem: "it begins with no page") }
    }

    /// The first page.
    var page: (url: String, html: String) {
        if case .page(let url, let html)? = entries.first { (url, html) } else { ("", "") }
    }

    var messages: [Message] {
        entries.compactMap { entry in
            if case .message(let message) = entry { message } else { nil }
        }
    }

    /// The answer to the first join; nil when none came.
    var firstJoin: Int? {
        messages.firstIndex { $0.isFromServer && $0.event == "phx_reply" && $0.topic.hasPrefix("lv:") }
    }

    /// What the server sent between the first join and the second, as the replay hands it over: answers and pushes of
    /// changes as pushes of changes, and changes of the address.
    func pushes() throws -> [(topic: String, message: ServerMessage)] {
        guard let firstJoin else { return [] }
        return try messages[(firstJoin + 1)...].prefix { $0.payload["response"]?["rendered"] == nil }
            .compactMap { message in try message.push().map { (message.topic, $0) } }
    }

    /// The answer to the first join, as a message that answers `request`.
    func joinReply(to request: ClientMessage) throws -> Reply? {
        try firstJoin.flatMap { try messages[$0].reply(to: request) }
    }
}

extension RecordedSession.Message {
    /// A change of the page or of its address, as a message that nobody asked for; nil for what is neither.
    func push() throws -> ServerMessage? {
        guard isFromServer else { return nil }
        let (name, content): (String, JSONValue?) =
            event == "phx_reply" ? ("diff", payload["response"]?["diff"]) : (event, payload)
        guard let content, name == "diff" || name == "live_patch" else { return nil }
        let frame = JSONValue.array([.null, .null, .string(topic), .string(name), content])
        return try ServerFrame(parsing: frame.json).message
    }

    /// What the message answers `request`.
    func reply(to request: ClientMessage) throws -> Reply? {
        let frame = try ServerFrame(parsing: JSONValue.array(parts).json, replyingTo: request)
        if case .reply(let reply) = frame.message { return reply }
        return nil
    }
}
