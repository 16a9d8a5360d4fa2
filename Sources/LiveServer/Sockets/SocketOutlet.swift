import NIOCore

/// What the session of a socket asks of its connection, from its own thread.
struct SocketOutlet: Sendable {
    private let handler: NIOLoopBound<SocketHandler>
    private let loop: any EventLoop

    init(_ handler: SocketHandler, on loop: any EventLoop) {
        self.handler = NIOLoopBound(handler, eventLoop: loop)
        self.loop = loop
    }

    /// Sends messages, each in a frame of its own.
    func send(_ messages: [ByteBuffer]) { loop.execute { handler.value.send(messages) } }

    /// Reads on.
    func resumeReading() { loop.execute { handler.value.resumeReading() } }

    /// Rings the session at a time; a new one takes the place of the last.
    func setAlarm(_ time: NIODeadline?) { loop.execute { handler.value.setAlarm(time) } }

    /// Ends the connection.
    func close(_ closure: SocketClosure) { loop.execute { handler.value.close(closure) } }
}
