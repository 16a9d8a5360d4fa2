/// Sends infos to one session from anywhere, on whatever thread; when the session has ended, they are no matter.
public struct InfoSender<Info: Sendable>: Sendable {
    let address: SessionAddress?

    public func send(_ info: Info) { address?.send(info) }
}
