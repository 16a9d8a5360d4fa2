import Basics
import LiveEngine
import LiveProtocol
import NIOCore

/// What all connections of one server share.
final class ServerCore: Sendable {
    /// The files that a server may have open besides its connections.
    private static let otherFiles = 128

    let views: SharedServices
    let limits: ServerLimits
    let hasMetrics: Bool
    let clientFolder: String?
    let counters = ServerCounters()
    let gate: ConnectionGate
    let connections = ConnectionList()
    let log: ServerLog
    let signer: TokenSigner
    let hosts: HostRules
    /// The name of the cookie that tells who asks.
    let cookieName: String
    let threads: SessionThreads
    /// The time since 1970.
    let now: @Sendable () -> Duration
    /// A reading that only grows, by which timers run.
    let monotonic: @Sendable () -> Duration
    /// Whether that is another than the system's, which stands still until somebody moves it.
    private let isTimeMoved: Bool

    init(
        views: SharedServices, options: ServerOptions, signer: TokenSigner, threads: SessionThreads,
        now: @escaping @Sendable () -> Duration, movedTime: (@Sendable () -> Duration)?
    ) {
        self.views = views
        limits = options.limits
        hasMetrics = options.metrics
        clientFolder = options.clientFolder
        // Without room for what else is opened, the system would take no connection, and say so without end.
        let files = OpenFiles.allow(limits.connections + Self.otherFiles) - Self.otherFiles
        gate = ConnectionGate(
            limit: min(limits.connections, max(1, files)), limitPerAddress: limits.connectionsPerAddress)
        log = ServerLog(logger: options.logger)
        self.signer = signer
        hosts = HostRules(host: options.host, names: options.names)
        cookieName = "_viewfinder_\(options.port)"
        self.threads = threads
        self.now = now
        monotonic = movedTime ?? { .nanoseconds(NIODeadline.now().uptimeNanoseconds) }
        isTimeMoved = movedTime != nil
    }

    /// Makes the clock of one connection, which starts at a reading.
    func makeClock(since start: Duration) -> VirtualClock {
        let monotonic = monotonic
        return isTimeMoved
            ? VirtualClock(epoch: now()) : VirtualClock(epoch: now(), following: { monotonic() - start })
    }

    /// Makes an engine for the thread of one connection.
    func makeEngine(_ clock: VirtualClock) -> Engine {
        Engine(shared: views, clock: clock, stopwatch: Stopwatch { .nanoseconds(NIODeadline.now().uptimeNanoseconds) })
    }

    /// Counts and writes that something was refused.
    func refuse(_ reason: Refusal, from address: String, _ detail: String = "") {
        counters.refuse(reason)
        log.refused(reason, from: address, detail)
    }
}
