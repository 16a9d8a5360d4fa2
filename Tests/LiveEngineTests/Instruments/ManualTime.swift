import LiveProtocol
import Synchronization

/// A time that passes when a handler says that it works.
final class ManualTime: Sendable {
    private let time = Mutex(Duration.zero)

    func pass(_ duration: Duration) { time.withLock { $0 += duration } }

    var stopwatch: Stopwatch { Stopwatch { self.time.withLock { $0 } } }
}
