import LiveProtocol

/// A host that answers when the test says so, as one over a network does.
final class SlowHost: Host {
    struct Failure: HostFailure {
        let description: String
    }

    private(set) var requests: [(request: PageRequest, page: PendingPage)] = []
    private(set) var connects: [ConnectRequest] = []
    private(set) var transports: [SlowTransport] = []
    /// The origins beside the first that can be reached.
    var origins: Set<String> = []

    func request(_ request: PageRequest) -> PendingPage {
        let page = PendingPage()
        requests.append((request, page))
        return page
    }

    func connect(_ request: ConnectRequest) -> any Transport {
        connects.append(request)
        transports.append(SlowTransport())
        return transports[transports.count - 1]
    }

    func reaches(origin: String) -> Bool { origins.contains(origin) }

    /// Answers the request that was made last.
    func answer(_ response: PageResponse) { requests.last?.page.answer(.response(response)) }
}

/// A connection that is open, and closed, when the test says so.
final class SlowTransport: Transport {
    var state = ConnectionState.connecting
    var isWorking: Bool { false }
    var onActivity: (@Sendable () -> Void)?
    private(set) var sent: [ClientFrame] = []
    private(set) var isClosed = false
    var incoming: [ServerFrame] = []

    func send(_ frame: ClientFrame) { sent.append(frame) }
    func receive() -> ServerFrame? { incoming.isEmpty ? nil : incoming.removeFirst() }
    func close() { isClosed = true }

    /// Answers the last message that was sent.
    func reply(_ reply: Reply) {
        guard let frame = sent.last else { return }
        incoming.append(
            ServerFrame(
                joinReference: frame.joinReference, reference: frame.reference, topic: frame.topic,
                message: .reply(reply)))
    }
}
