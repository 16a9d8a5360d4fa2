import Dispatch
import LiveEngine
import LiveProtocol
import Synchronization

/// An engine that works on a thread of its own, in real time, and answers after a while: what a server elsewhere is to a
/// client, without a network.
///
/// Nothing of the engine is touched but on its queue, so that it may be handed over to that.
final class FarServer: @unchecked Sendable {
    let queue = DispatchQueue(label: "far server")
    let delay: Duration
    private let clock = VirtualClock()
    private let start = ContinuousClock.now
    private lazy var engine = makeEngine(clock)
    private let makeEngine: (VirtualClock) -> any Host
    private var lines: [ObjectIdentifier: FarLine] = [:]
    /// Whether nobody is answered any more.
    private let isDead = Mutex(false)

    /// - Parameter delay: How long each message to the server takes.
    init(delay: Duration = .milliseconds(3), _ makeEngine: @escaping @Sendable (VirtualClock) -> any Host) {
        self.delay = delay
        self.makeEngine = makeEngine
    }

    /// A host for one window.
    func makeHost() -> FarHost { FarHost(server: self) }

    /// From now on nothing comes, and what is open breaks.
    func die() {
        isDead.withLock { $0 = true }
        queue.async { for line in self.lines.values { line.breakOff() } }
    }

    var isGone: Bool { isDead.withLock { $0 } }

    /// Does something in the server's own turn, after its delay, and hands out what came of it.
    func later(_ work: @escaping @Sendable () -> Void) {
        queue.asyncAfter(deadline: .now() + .nanoseconds(Int(delay / .nanoseconds(1)))) {
            self.catchUp()
            work()
            self.handOut()
        }
    }

    func answer(_ request: PageRequest, to page: PendingPage) {
        later {
            guard !self.isGone else { return page.answer(.failed(FarFailure())) }
            if let answer = self.engine.request(request).answer { page.answer(answer) }
        }
    }

    func open(_ line: FarLine, _ request: ConnectRequest) {
        later {
            guard !self.isGone else { return line.breakOff() }
            let inner = self.engine.connect(request)
            inner.onActivity = { self.queue.async { self.handOut() } }
            self.lines[ObjectIdentifier(line)] = line
            line.begin(inner)
        }
    }

    func close(_ line: FarLine) { later { self.lines[ObjectIdentifier(line)]?.end() } }

    /// Runs what is due by now, each with what comes of it.
    private func catchUp() {
        while clock.runNext(until: ContinuousClock.now - start) { handOut() }
    }

    private func handOut() {
        var isMoving = true
        while isMoving { isMoving = lines.values.reduce(false) { $1.handOut() || $0 } }
        lines = lines.filter { !$0.value.isOver }
        guard let next = clock.nextDeadline else { return }
        let left = max(.zero, next - (ContinuousClock.now - start))
        queue.asyncAfter(deadline: .now() + .nanoseconds(Int(left / .nanoseconds(1)))) {
            guard let due = self.clock.nextDeadline, due <= ContinuousClock.now - self.start else { return }
            self.catchUp()
            self.handOut()
        }
    }
}

struct FarFailure: HostFailure {
    var description: String { "http://far.example: nobody listens at port 80" }
}

/// What opens the far server's pages in one window.
final class FarHost: Host {
    let server: FarServer

    init(server: FarServer) { self.server = server }

    func request(_ request: PageRequest) -> PendingPage {
        let page = PendingPage()
        server.answer(request, to: page)
        return page
    }

    func connect(_ request: ConnectRequest) -> any Transport {
        let line = FarLine()
        server.open(line, request)
        return FarTransport(line: line, server: server)
    }
}

/// The client's end of a connection to the far server.
final class FarTransport: Transport {
    private let line: FarLine
    private let server: FarServer

    init(line: FarLine, server: FarServer) {
        self.line = line
        self.server = server
    }

    deinit { close() }

    var state: ConnectionState { line.state }
    var isWorking: Bool { false }
    var onActivity: (@Sendable () -> Void)? {
        get { line.onActivity }
        set { line.onActivity = newValue }
    }

    func send(_ frame: ClientFrame) { server.later { [line] in line.take(frame) } }
    func receive() -> ServerFrame? { line.receive() }
    func close() { server.close(line) }
}

/// One connection between the far server and a window: the server's thread puts in, the window's takes out.
///
/// The engine's end is touched on the server's queue only.
final class FarLine: @unchecked Sendable {
    private struct State {
        var frames: [ServerFrame] = []
        var state = ConnectionState.connecting
        var onActivity: (@Sendable () -> Void)?
    }

    private let shared = Mutex(State())
    private var inner: (any Transport)?
    private(set) var isOver = false

    var state: ConnectionState { shared.withLock { $0.state } }
    var onActivity: (@Sendable () -> Void)? {
        get { shared.withLock { $0.onActivity } }
        set { shared.withLock { $0.onActivity = newValue } }
    }

    func receive() -> ServerFrame? { shared.withLock { $0.frames.isEmpty ? nil : $0.frames.removeFirst() } }

    func begin(_ inner: any Transport) {
        self.inner = inner
        tell { $0.state = .open }
    }

    func take(_ frame: ClientFrame) { inner?.send(frame) }

    /// - Returns: Whether there was something.
    func handOut() -> Bool {
        guard let frame = inner?.receive() else { return false }
        tell { $0.frames.append(frame) }
        return true
    }

    func end() {
        isOver = true
        inner = nil
    }

    func breakOff() {
        end()
        tell { $0.state = .closed(code: nil, reason: "the server is gone") }
    }

    private func tell(_ change: (inout State) -> Void) {
        let wake = shared.withLock { state in
            change(&state)
            return state.onActivity
        }
        wake?()
    }
}
