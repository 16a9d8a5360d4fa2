import LiveProtocol
import Viewfinder

/// Stands between a page and its engine, so that a test can say what no page would.
final class TappedHost: Host {
    /// What the page has joined.
    private(set) var joins: [String: Int] = [:]
    private(set) var transport: (any Transport)?
    private let host: any Host
    private var reference = 1_000_000

    init(_ host: any Host) { self.host = host }

    func request(_ request: PageRequest) -> PendingPage { host.request(request) }

    func connect(_ request: ConnectRequest) -> any Transport {
        joins = [:]
        let tapped = TappedTransport(host.connect(request)) { [weak self] frame in
            if case .join = frame.message, let reference = frame.joinReference { self?.joins[frame.topic] = reference }
        }
        transport = tapped.transport
        return tapped
    }

    /// Says something in the name of the page.
    ///
    /// - Returns: The number under which the answer comes.
    func send(_ message: ClientMessage, to topic: String) -> Int {
        reference += 1
        transport?.send(
            ClientFrame(joinReference: joins[topic], reference: reference, topic: topic, message: message))
        return reference
    }
}

/// A transport that lets somebody see what is sent.
final class TappedTransport: Transport {
    let transport: any Transport
    private let onSend: (ClientFrame) -> Void

    init(_ transport: any Transport, onSend: @escaping (ClientFrame) -> Void) {
        self.transport = transport
        self.onSend = onSend
    }

    var onActivity: (@Sendable () -> Void)? {
        get { transport.onActivity }
        set { transport.onActivity = newValue }
    }

    var state: ConnectionState { transport.state }
    var isWorking: Bool { transport.isWorking }

    func send(_ frame: ClientFrame) {
        onSend(frame)
        transport.send(frame)
    }

    func receive() -> ServerFrame? { transport.receive() }
}
