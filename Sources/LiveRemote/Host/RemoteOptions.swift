/// What a person adds to the requests of a remote host.
package struct RemoteOptions: Sendable {
    /// What requests for pages and sockets say besides what they say of themselves.
    ///
    /// They may hold secrets: only the server that is asked first is told them.
    package var headers: [(name: String, value: String)] = []
    /// The path of the socket, such as `/live`; unless set, what the page tells.
    package var socketPath: String?
    /// What the servers may cost.
    package var limits = RemoteLimits()

    /// Options that add nothing.
    package init() {}
}
