/// How much a server takes from those who come.
package struct ServerLimits: Sendable {
    // MARK: Connections

    /// Connections that are open at the same time, of requests and of sockets.
    package var connections = 10_000
    /// Those of them that come from one address.
    package var connectionsPerAddress = 1_000
    /// How long a connection may say nothing.
    package var idleTime = Duration.seconds(60)

    // MARK: Requests

    /// The bytes of the address in a request's first line.
    package var requestLine = 8 << 10
    /// The bytes of a request's headers.
    package var headers = 32 << 10
    package var headerCount = 100
    package var body = 1 << 20
    /// How long a request may take to come.
    package var requestTime = Duration.seconds(10)
    /// How long an answer may take to be made and to go.
    package var answerTime = Duration.seconds(60)
    /// The bytes of a file that is served.
    package var file = 16 << 20

    // MARK: Sockets

    /// The bytes of a message.
    package var frame = 2 << 20
    /// Messages, and their bytes, that wait for their session; nothing is read while there are more.
    package var waitingMessages = 64
    package var waitingBytes = 4 << 20
    /// Bytes that wait for a client to read them; one that does not is left.
    package var unsentBytes = 8 << 20
    /// Views that are joined at the same time.
    package var joins = 64
    /// Bytes of files that one socket may send.
    package var uploadBytes = 1 << 30

    // MARK: Work

    /// Threads beyond those of the processors, for handlers that block.
    package var extraThreads = 64

    /// Makes the limits that are told at the properties.
    package init() {}
}
