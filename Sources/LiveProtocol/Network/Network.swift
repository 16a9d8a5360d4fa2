/// The way between one client and its host, which can be told to be slow, to lose messages and to break.
///
/// It stands before any host. Undisturbed, it hands everything over at once; all else happens on the virtual clock, so
/// that a bad connection is as repeatable as a good one. Requests for whole pages take no time.
package final class Network: Host {
    package enum Direction: Hashable, Sendable, CaseIterable {
        case toServer
        case toClient
    }

    let clock: VirtualClock
    private let host: any Host
    /// How long a message takes on its way; later ones never overtake it.
    package var latency: [Direction: Duration] = [:]
    /// Whether a message of the client is lost on its way.
    package var losesFromClient: (ClientFrame) -> Bool = { _ in false }
    /// Whether a message of the server is lost on its way.
    package var losesFromServer: (ServerFrame) -> Bool = { _ in false }
    /// How many of the next messages are lost.
    private var coming: [Direction: Int] = [:]
    /// Whether the host cannot be reached.
    package private(set) var isDown = false
    /// The newest connection, as long as the client uses it.
    private weak var connection: NetworkConnection?

    /// - Parameter clock: The clock of the client and of the host.
    package init(to host: any Host, clock: VirtualClock) {
        self.host = host
        self.clock = clock
    }

    /// The host, where it is in this process.
    package var inProcess: (any InProcessHost)? { host as? any InProcessHost }

    package func request(_ request: PageRequest) -> PendingPage {
        isDown ? PendingPage(PageResponse(status: 503, html: Self.unreachable)) : host.request(request)
    }

    package func reaches(origin: String) -> Bool { host.reaches(origin: origin) }

    package func connect(_ request: ConnectRequest) -> any Transport {
        let connection = NetworkConnection(over: isDown ? nil : host.connect(request), network: self)
        self.connection = connection
        return connection
    }

    /// Whether messages are on their way that arrive only when time passes.
    package var holdsMessages: Bool { connection?.holdsMessages == true }

    /// The host cannot be reached any more: what is open breaks, and what is on its way is lost.
    package func goDown() {
        isDown = true
        connection?.break()
    }

    /// The host can be reached again; it is for the client to try.
    package func comeUp() { isDown = false }

    /// Breaks what is open; another connection can be opened at once.
    package func breakConnection() { connection?.break() }

    /// Loses the next messages of one direction.
    package func loseNext(_ count: Int = 1, _ direction: Direction) { coming[direction, default: 0] += count }

    /// Ends a session as if its view had crashed; the client is told so.
    package func crash(_ topic: String) { connection?.crash(topic) }

    func loses(_ frame: ClientFrame) -> Bool { isNextLost(.toServer) || losesFromClient(frame) }

    func loses(_ frame: ServerFrame) -> Bool { isNextLost(.toClient) || losesFromServer(frame) }

    private func isNextLost(_ direction: Direction) -> Bool {
        guard let left = coming[direction], left > 0 else { return false }
        coming[direction] = left - 1
        return true
    }

    private static let unreachable = """
        <!DOCTYPE html><title>Not reachable</title><main><h1>The server cannot be reached</h1>\
        <p><a href="">Try again</a></p></main>
        """
}
