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

    private(set) var url = ""
    /// The first page.
    private(set) var html = ""
    private(set) var messages: [Message] = []
    /// Where in `messages` each new connection begins.
    private(set) var connections: [Int] = []

    /// Reads the lines of the first window.
    init(parsing text: String) throws {
        for (index, line) in text.split(separator: "\n").enumerated() {
            let entry = try JSONValue(parsing: String(line))
            guard entry["client"] == nil else { continue }
            switch entry["dir"]?.string {
            case "http" where html.isEmpty:
                url = entry["url"]?.string ?? ""
                html = entry["html"]?.string ?? ""
            case "open": connections.append(messages.count)
            case "in", "out":
                // Bytes are the chunks of files, of which replays know nothing.
                guard let message = entry["msg"] else { continue }
                guard case .array(let parts) = message, parts.count == 5 else {
                    throw Malformed(line: index + 1, problem: "a message is no list of five")
                }
                messages.append(Message(isFromServer: entry["dir"] == "in", parts: parts))
            default: continue
            }
        }
        guard !html.isEmpty else { throw Malformed(line: 1, problem: "there is no page") }
    }

    /// The answer to the first join; nil when none came.
    var firstJoin: Int? {
        messages.firstIndex { $0.isFromServer && $0.event == "phx_reply" && $0.topic.hasPrefix("lv:") }
    }

    /// What the server sent between the first join and the second, as the replay hands it over: answers and pushes of
    /// changes as pushes of changes, and changes of the address.
    func pushes() throws -> [(topic: String, message: ServerMessage)] {
        guard let firstJoin else { return [] }
        var pushes: [(topic: String, message: ServerMessage)] = []
        for message in messages[(firstJoin + 1)...] where message.isFromServer {
            let response = message.payload["response"]
            if response?["rendered"] != nil { break }
            let (event, payload): (String, JSONValue?) =
                message.event == "phx_reply" ? ("diff", response?["diff"]) : (message.event, message.payload)
            guard let payload, event == "diff" || event == "live_patch" else { continue }
            let frame = JSONValue.array([.null, .null, .string(message.topic), .string(event), payload])
            pushes.append((message.topic, try ServerFrame(parsing: frame.json).message))
        }
        return pushes
    }

    /// The answer to the first join, as a message that answers `request`.
    func joinReply(to request: ClientMessage) throws -> Reply? {
        guard let firstJoin else { return nil }
        let frame = try ServerFrame(
            parsing: JSONValue.array(messages[firstJoin].parts).json, replyingTo: request)
        guard case .reply(let reply) = frame.message else { return nil }
        return reply
    }
}
