/// A connection between one client and a host.
///
/// Messages are pulled, not delivered: a client takes them one by one until there is none, so that "idle" is a fact and
/// not a guess, and nothing runs while a message is being handled.
public protocol Transport: AnyObject {
    /// Whether messages can be sent.
    var isConnected: Bool { get }

    /// Takes a message to the server.
    func send(_ frame: ClientFrame)

    /// Gives the next message of the server; nil when none is to come without further input, work or time.
    func receive() -> ServerFrame?

    /// Whether the server works on something by itself (a task it started) that may lead to a message.
    var isWorking: Bool { get }

    /// Called from any thread when `receive()` may have something new that no input and no passing of time led to.
    var onActivity: (@Sendable () -> Void)? { get set }
}
