import LiveProtocol

/// A connection whose server is the test: it records what the client says and answers as it is told.
final class ScriptedTransport: Transport {
    var isConnected = true
    var state: ConnectionState { isConnected ? .open : .closed(code: nil, reason: "") }
    var isWorking = false
    var onActivity: (@Sendable () -> Void)?

    /// All that the client said.
    private(set) var sent: [ClientFrame] = []
    /// What the client has not taken yet.
    private var incoming: [ServerFrame] = []
    /// Gives the answer to a message; nil holds it back.
    var answer: (ClientFrame) -> Reply?

    init(answer: @escaping (ClientFrame) -> Reply?) { self.answer = answer }

    func send(_ frame: ClientFrame) {
        sent.append(frame)
        if let reply = answer(frame) { self.reply(reply, to: frame) }
    }

    func receive() -> ServerFrame? { incoming.isEmpty ? nil : incoming.removeFirst() }

    func reply(_ reply: Reply, to frame: ClientFrame) {
        incoming.append(
            ServerFrame(
                joinReference: frame.joinReference, reference: frame.reference, topic: frame.topic,
                message: .reply(reply)))
    }

    func push(_ message: ServerMessage, topic: String) {
        incoming.append(ServerFrame(joinReference: nil, reference: nil, topic: topic, message: message))
    }
}
