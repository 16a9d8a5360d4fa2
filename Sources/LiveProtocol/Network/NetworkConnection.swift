/// One connection over a network: what the network says of delays and losses happens here.
final class NetworkConnection: Transport {
    /// A message on its way.
    private struct Traveller<Frame> {
        let frame: Frame
        let arrival: Duration
    }

    private let network: Network
    /// The host's end; nil once the connection is broken.
    private var inner: (any Transport)?
    private var toServer: [Traveller<ClientFrame>] = []
    private var toClient: [Traveller<ServerFrame>] = []
    /// The last join of each topic.
    private var joins: [String: Int] = [:]
    /// The joins of sessions that crashed, from which nothing is to be heard any more.
    private var crashed: Set<Int> = []

    init(over inner: (any Transport)?, network: Network) {
        self.inner = inner
        self.network = network
    }

    var state: ConnectionState { inner?.state ?? .closed(code: nil, reason: "the connection broke") }
    var isWorking: Bool { inner?.isWorking == true }
    var work: [String] { inner?.work ?? [] }

    var onActivity: (@Sendable () -> Void)? {
        get { inner?.onActivity }
        set { inner?.onActivity = newValue }
    }

    func send(_ frame: ClientFrame) {
        guard let inner, !network.loses(frame) else { return }
        if case .join = frame.message { joins[frame.topic] = frame.reference }
        let arrival = arrival(.toServer, after: toServer.last?.arrival)
        guard arrival > network.clock.now || !toServer.isEmpty else { return inner.send(frame) }
        toServer.append(Traveller(frame: frame, arrival: arrival))
        network.clock.schedule(after: arrival - network.clock.now) { [weak self] in self?.deliver() }
    }

    func receive() -> ServerFrame? {
        while let frame = inner?.receive() {
            guard !isFromCrashed(frame), !network.loses(frame) else { continue }
            let arrival = arrival(.toClient, after: toClient.last?.arrival)
            guard arrival > network.clock.now || !toClient.isEmpty else { return frame }
            toClient.append(Traveller(frame: frame, arrival: arrival))
            // Whoever moves the clock looks for messages then.
            network.clock.schedule(after: arrival - network.clock.now) {}
        }
        guard let first = toClient.first, first.arrival <= network.clock.now else { return nil }
        return toClient.removeFirst().frame
    }

    var holdsMessages: Bool { !toServer.isEmpty || !toClient.isEmpty }

    func close() { self.break() }

    /// Loses the connection with all that is on its way.
    func `break`() {
        inner?.onActivity = nil
        inner?.close()
        inner = nil
        toServer = []
        toClient = []
    }

    func crash(_ topic: String) {
        guard let inner, let join = joins.removeValue(forKey: topic) else { return }
        crashed.insert(join)
        inner.send(ClientFrame(joinReference: join, reference: 0, topic: topic, message: .leave))
        let error = ServerFrame(joinReference: join, reference: nil, topic: topic, message: .error)
        toClient.append(Traveller(frame: error, arrival: arrival(.toClient, after: toClient.last?.arrival)))
        network.clock.schedule(after: network.latency[.toClient] ?? .zero) {}
    }

    private func deliver() {
        while let first = toServer.first, first.arrival <= network.clock.now {
            toServer.removeFirst()
            inner?.send(first.frame)
        }
    }

    private func isFromCrashed(_ frame: ServerFrame) -> Bool { frame.joinReference.map(crashed.contains) ?? false }

    private func arrival(_ direction: Network.Direction, after last: Duration?) -> Duration {
        let arrival = network.clock.now + (network.latency[direction] ?? .zero)
        return last.map { max($0, arrival) } ?? arrival
    }
}

extension NetworkConnection: Inspectable {
    func inspect(topic: String) -> Inspection? { (inner as? any Inspectable)?.inspect(topic: topic) }

    func failures(topic: String) -> [String] { (inner as? any Inspectable)?.failures(topic: topic) ?? [] }

    func keep() -> (any KeptPage)? { (inner as? any Inspectable)?.keep() }

    func restore(_ page: any KeptPage) throws(RestoreRefusal) -> [RestoreShortfall] {
        guard let inner = inner as? any Inspectable else { throw .elsewhere }
        return try inner.restore(page)
    }

    func send(_ message: JSONValue, toSession topic: String, component: Int?) throws(ScriptRefusal) {
        guard let inner = inner as? any Inspectable else { throw .noSession }
        try inner.send(message, toSession: topic, component: component)
    }
}
