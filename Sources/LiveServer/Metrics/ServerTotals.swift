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

/// How many of some times were how long.
struct TimeHistogram: Sendable {
    /// The upper bounds of the buckets, in microseconds.
    static let bounds = [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000]

    /// By bucket, and those above all bounds.
    private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
    private(set) var sum = Duration.zero

    mutating func add(_ time: Duration, times count: Int = 1) {
        sum += time
        let bucket = Self.bounds.firstIndex { time <= .microseconds($0) } ?? Self.bounds.count
        counts[bucket] += count
    }
}
