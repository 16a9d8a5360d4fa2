import LiveProtocol

/// A host whose pages and answers are the test's.
final class ScriptedHost: Host {
    /// What was asked for.
    private(set) var requests: [PageRequest] = []
    var respond: (PageRequest) -> PageResponse
    /// The answer to each message of the next connections; nil holds it back.
    var answer: (ClientFrame) -> Reply?
    private(set) var transports: [ScriptedTransport] = []
    /// Whether new connections succeed.
    var acceptsConnections = true

    init(
        respond: @escaping (PageRequest) -> PageResponse, answer: @escaping (ClientFrame) -> Reply?
    ) {
        self.respond = respond
        self.answer = answer
    }

    func request(_ request: PageRequest) -> PendingPage {
        requests.append(request)
        return PendingPage(respond(request))
    }

    func connect(_ request: ConnectRequest) -> any Transport {
        let transport = ScriptedTransport { [weak self] in self?.answer($0) }
        transport.isConnected = acceptsConnections
        transports.append(transport)
        return transport
    }
}
