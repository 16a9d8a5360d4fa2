import LiveProtocol

/// Serves one page for every path, without a view unless told, so that the terminal's side can be tested alone.
final class FakeHost: LiveProtocol.Host {
    private let html: String
    private let isLive: Bool

    init(html: String, isLive: Bool = false) {
        self.html = html
        self.isLive = isLive
    }

    func request(_ request: PageRequest) -> PendingPage {
        PendingPage(PageResponse(html: isLive ? #"<div id="view" data-phx-main data-phx-session="s"></div>"# : html))
    }

    func connect(_ request: ConnectRequest) -> any Transport { FakeTransport(html: html) }
}

/// Answers joins with the page, and everything else without a change.
private final class FakeTransport: Transport {
    private let html: String
    private var waiting: [ServerFrame] = []
    let state = ConnectionState.open
    let isWorking = false
    var onActivity: (@Sendable () -> Void)?

    init(html: String) { self.html = html }

    func send(_ frame: ClientFrame) {
        let reply: Reply =
            if case .join = frame.message {
                .joined(JoinReply(rendered: Diff(root: NodeDiff(statics: .pieces(Statics([html]))))))
            } else {
                .handled(nil)
            }
        waiting.append(
            ServerFrame(
                joinReference: frame.joinReference, reference: frame.reference, topic: frame.topic,
                message: .reply(reply)))
    }

    func receive() -> ServerFrame? { waiting.isEmpty ? nil : waiting.removeFirst() }
}
