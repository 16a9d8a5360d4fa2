/// How long a server may take, and how much it may send.
package struct RemoteLimits: Sendable {
    /// Until a server answers at its port.
    package var connect = Duration.seconds(5)
    /// Until an answer begins, and from then until it is whole.
    package var answer = Duration.seconds(10)
    /// From one heartbeat to the next.
    package var heartbeat = Duration.seconds(30)
    /// Until a heartbeat is answered.
    package var silence = Duration.seconds(30)
    /// Of a page, packed and unpacked, in bytes.
    package var page = 32 << 20
    /// Of all header lines of an answer, in bytes.
    package var headers = 256 << 10
    /// Of one message over a socket, in bytes.
    package var message = 16 << 20
    /// Of the messages that were read and not yet taken, in bytes: no more are read then.
    package var received = 32 << 20
    /// Of the messages that the server has not taken yet, in bytes.
    package var unsent = 32 << 20

    /// Limits for people who wait.
    package init() {}
}
