import LiveProtocol

/// Serves one page without a view for every path, so that the terminal's side can be tested alone.
final class FakeHost: LiveProtocol.Host {
    private let html: String

    init(html: String) { self.html = html }

    func respond(to request: PageRequest) -> PageResponse { PageResponse(html: html) }

    func connect() -> any Transport { FakeTransport() }
}

private final class FakeTransport: Transport {
    var isConnected: Bool { false }
    var isWorking: Bool { false }
    var onActivity: (@Sendable () -> Void)?

    func send(_ frame: ClientFrame) {}
    func receive() -> ServerFrame? { nil }
}
