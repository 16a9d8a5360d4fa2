import LiveProtocol

/// The client's end of a socket; letting go of it ends the connection.
final class RemoteTransport: Transport {
    private let mailbox: Mailbox

    init(_ mailbox: Mailbox) { self.mailbox = mailbox }

    deinit { mailbox.close() }

    var state: ConnectionState { mailbox.state }

    /// What a server does by itself cannot be known from here.
    var isWorking: Bool { false }

    var onActivity: (@Sendable () -> Void)? {
        get { mailbox.onActivity }
        set { mailbox.onActivity = newValue }
    }

    func send(_ frame: ClientFrame) { mailbox.send(frame) }

    func receive() -> ServerFrame? { mailbox.receive() }

    func close() { mailbox.close() }
}
