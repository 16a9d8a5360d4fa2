import OrderedCollections

extension ServerFrame {
    /// The wire form: `[join_ref, ref, topic, event, payload]` (TheWire.md, "Frames").
    package var json: String {
        var writer = JSONWriter()
        writer.writeRaw("[")
        writer.write(joinReference.map { .string(String($0)) } ?? .null)
        writer.writeRaw(",")
        writer.write(reference.map { .string(String($0)) } ?? .null)
        writer.writeRaw(",")
        writer.write(topic)
        writer.writeRaw(",")
        writer.write(message.name)
        writer.writeRaw(",")
        message.writePayload(to: &writer)
        writer.writeRaw("]")
        return writer.text
    }

    /// Reads the wire form.
    ///
    /// - Parameter request: The message that is answered, if this is a reply: the form of a reply depends on it.
    /// - Throws: `JSONParsingError` or `JSONDecodingError`.
    package init(parsing text: String, replyingTo request: ClientMessage? = nil) throws {
        try self.init(parsing: text) { _, _ in request }
    }

    /// Reads the wire form where only the frame itself tells what it answers.
    ///
    /// - Parameter request: Gives the message that was sent to a topic with a reference, if it is known; asked only for a
    ///   reply.
    /// - Throws: `JSONParsingError` or `JSONDecodingError`.
    package init(
        parsing text: String, replyingTo request: (_ topic: String, _ reference: Int) -> ClientMessage?
    ) throws {
        let reader = JSONReader(try JSONValue(parsing: text))
        let parts = try reader.elements()
        guard parts.count == 5 else { throw reader.wrong(wanted: "a list of five") }
        let topic = try parts[2].string()
        let reference = parts[1].repeatedReference
        let isReply = parts[3].value == "phx_reply"
        self.init(
            joinReference: parts[0].repeatedReference, reference: reference, topic: topic,
            message: try ServerMessage(
                name: parts[3], payload: parts[4],
                request: isReply ? reference.flatMap { request(topic, $0) } : nil))
    }

    /// Stands for each reference that is no number, which none of this client is.
    package static let foreignReference = -1
}

extension JSONReader {
    /// A reference as a server repeats it.
    fileprivate var repeatedReference: Int? {
        isPresent ? (try? reference()) ?? ServerFrame.foreignReference : nil
    }
}

extension ServerMessage {
    var name: String {
        switch self {
        case .reply: "phx_reply"
        case .diff: "diff"
        case .livePatch: "live_patch"
        case .liveRedirect: "live_redirect"
        case .redirect: "redirect"
        case .close: "phx_close"
        case .error: "phx_error"
        case .unknown(let name): name
        case .unreadable: "unreadable"
        }
    }

    func writePayload(to writer: inout JSONWriter) {
        switch self {
        case .reply(let reply): reply.write(to: &writer)
        case .diff(let diff): diff.write(to: &writer)
        case .livePatch(let patch): writer.write(patch.wire)
        case .liveRedirect(let redirect): writer.write(redirect.wire)
        case .redirect(let redirect): writer.write(redirect.wire)
        case .close, .error, .unknown, .unreadable: writer.writeRaw("{}")
        }
    }

    init(name: JSONReader, payload: JSONReader, request: ClientMessage?) throws(JSONDecodingError) {
        switch try name.string() {
        case "phx_reply": self = .reply(try Reply(payload, to: request))
        case "diff": self = .diff(try Diff(payload))
        case "live_patch": self = .livePatch(try LivePatch(payload))
        case "live_redirect": self = .liveRedirect(try LiveRedirect(payload))
        case "redirect": self = .redirect(try Redirect(payload))
        case "phx_close": self = .close
        case "phx_error": self = .error
        case let other: self = .unknown(other)
        }
    }
}
