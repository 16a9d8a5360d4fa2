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
        let reader = JSONReader(try JSONValue(parsing: text))
        let parts = try reader.elements()
        guard parts.count == 5 else { throw reader.wrong(wanted: "a list of five") }
        self.init(
            joinReference: try parts[0].optional?.reference(), reference: try parts[1].optional?.reference(),
            topic: try parts[2].string(),
            message: try ServerMessage(name: parts[3], payload: parts[4], request: request))
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
