import LiveEngine
import LiveProtocol

/// A view that was joined as a client does, without one: messages go to its session and come back as values.
final class JoinedView {
    private static let topic = "lv:phx-main"

    private let transport: any Transport
    private var reference = 1

    init(_ path: String, of engine: Engine) {
        transport = engine.connect(ConnectRequest(origin: "http://localhost"))
        let request = JoinRequest(address: .url(path), session: "session.default", staticToken: "static.")
        _ = send(.join(request))
    }

    /// Sends an event and takes the answer.
    @discardableResult
    func send(_ push: EventPush) -> ServerFrame? { send(.event(push)) }

    private func send(_ message: ClientMessage) -> ServerFrame? {
        transport.send(ClientFrame(joinReference: 1, reference: reference, topic: Self.topic, message: message))
        reference += 1
        return transport.receive()
    }
}
