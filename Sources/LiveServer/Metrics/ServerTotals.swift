import Synchronization

/// What a server has done since it was started.
struct ServerTotals: Sendable {
    var openConnections = 0
    var openSockets = 0
    var sockets = 0
    var joins = 0
    var events = 0
    var receivedBytes = 0
    var sentBytes = 0
    /// By the status of the answer.
    var requests: [Int: Int] = [:]
    var refused: [Refusal: Int] = [:]
    /// How long messages of clients were worked on.
    var handlerTime = TimeHistogram()
}

/// Counts what a server does, from all its threads.
final class ServerCounters: Sendable {
    private let totals = Mutex(ServerTotals())

    /// The counts at this moment.
    var now: ServerTotals { totals.withLock { $0 } }

    func count(_ change: (inout ServerTotals) -> Void) { totals.withLock { change(&$0) } }

    func refuse(_ reason: Refusal) { totals.withLock { $0.refused[reason, default: 0] += 1 } }
}
