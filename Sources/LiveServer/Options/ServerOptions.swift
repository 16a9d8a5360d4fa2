import Logging

/// How a server is set up.
package struct ServerOptions: Sendable {
    /// The name or address at which it listens; nobody beyond this machine reaches it unless told.
    package var host = "127.0.0.1"
    /// Where it listens; 0 for a port that is free.
    package var port = 4000
    /// What else it may be called in requests, such as the name of a proxy before it.
    package var names: [String] = []
    /// What tokens are signed with, at least 32 bytes; a random one, which ends with the server, unless told.
    package var secret: [UInt8]?
    /// The folder with `phoenix.js` and `phoenix_live_view.js`, for browsers.
    package var clientFolder: String?
    /// Whether `/metrics` tells figures in Prometheus' text form.
    package var metrics = false
    package var limits = ServerLimits()
    /// Where requests, sockets and what sessions do are written; nowhere unless given.
    package var logger: Logger?

    /// Makes the options that are told at the properties.
    package init() {}
}
