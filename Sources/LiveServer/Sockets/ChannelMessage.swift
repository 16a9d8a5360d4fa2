import LiveProtocol

/// A message that is for no view: what a socket answers by itself, and what nobody knows (TheWire.md, "Frames").
struct ChannelMessage {
    let joinReference: JSONValue
    let reference: JSONValue
    let topic: String
    let event: String

    /// Reads a message of any name; nil for what is no list of five with topic and name.
    init?(_ text: String) {
        guard let value = try? JSONValue(parsing: text), case .array(let parts) = value, parts.count == 5,
            case .string(let topic) = parts[2], case .string(let event) = parts[3]
        else { return nil }
        joinReference = parts[0]
        reference = parts[1]
        self.topic = topic
        self.event = event
    }

    var isHeartbeat: Bool { topic == "phoenix" && event == "heartbeat" }

    /// The answer to a heartbeat.
    var acknowledgement: String { answer(status: "ok", [:]) }

    /// The answer to what nobody takes.
    ///
    /// - Parameter reason: In Phoenix's words where it has some.
    func refusal(_ reason: String) -> String { answer(status: "error", ["reason": .string(reason)]) }

    private func answer(status: String, _ response: JSONValue) -> String {
        JSONValue.array([
            joinReference, reference, .string(topic), "phx_reply", ["status": .string(status), "response": response],
        ]).json
    }
}
