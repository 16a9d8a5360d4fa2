import LiveProtocol

/// What one window said and heard in a recorded session.
package struct RecordedSession: Sendable {
    /// A message over the connection, as `[join_ref, ref, topic, event, payload]`.
    package struct Message: Sendable {
        package var isFromServer: Bool
        package var parts: [JSONValue]

        package var topic: String { parts[2].string ?? "" }
        package var event: String { parts[3].string ?? "" }
        package var payload: JSONValue { parts[4] }
        package var reference: JSONValue { parts[1] }
    }

    package struct Malformed: Error {
        package var line: Int
        package var problem: String
    }

    /// What happened, in the order in which it did.
    package enum Entry: Sendable {
        case page(url: String, html: String)
        /// A new connection.
        case connection
        case message(Message)
    }

    package private(set) var entries: [Entry] = []

    /// Reads the lines of the first window.
    package init(parsing text: String) throws {
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
    package var page: (url: String, html: String) {
        if case .page(let url, let html)? = entries.first { (url, html) } else { ("", "") }
    }

    package var messages: [Message] {
        entries.compactMap { entry in
            if case .message(let message) = entry { message } else { nil }
        }
    }

    /// The answer to the first join; nil when none came.
    package var firstJoin: Int? {
        messages.firstIndex { $0.isFromServer && $0.event == "phx_reply" && $0.topic.hasPrefix("lv:") }
    }

    /// What the server sent between the first join and the second, as the replay hands it over: answers and pushes of
    /// changes as pushes of changes, and changes of the address.
    package func pushes() throws -> [(topic: String, message: ServerMessage)] {
        try laterMessages.compactMap { message in try message.push().map { (message.topic, $0) } }
    }

    /// The same as they go over the wire.
    package var pushFrames: [JSONValue] { laterMessages.compactMap(\.pushFrame) }

    private var laterMessages: some Sequence<Message> {
        messages[((firstJoin ?? -1) + 1)...].prefix { firstJoin != nil && $0.payload["response"]?["rendered"] == nil }
    }

    /// The answer to the first join, as a message that answers `request`.
    package func joinReply(to request: ClientMessage) throws -> Reply? {
        try firstJoin.flatMap { try messages[$0].reply(to: request) }
    }
}

extension RecordedSession.Message {
    /// A change of the page or of its address, as a message that nobody asked for; nil for what is neither.
    package func push() throws -> ServerMessage? {
        try pushFrame.map { try ServerFrame(parsing: $0.json).message }
    }

    fileprivate var pushFrame: JSONValue? {
        guard isFromServer else { return nil }
        let (name, content): (String, JSONValue?) =
            event == "phx_reply" ? ("diff", payload["response"]?["diff"]) : (event, payload)
        guard let content, name == "diff" || name == "live_patch" else { return nil }
        return .array([.null, .null, .string(topic), .string(name), content])
    }

    /// What the message answers `request`.
    package func reply(to request: ClientMessage) throws -> Reply? {
        let frame = try ServerFrame(parsing: JSONValue.array(parts).json, replyingTo: request)
        if case .reply(let reply) = frame.message { return reply }
        return nil
    }
}
