import Dispatch
import Synchronization

/// Wakes the one thread that waits for news, when another has some.
final class Arrival: Sendable {
    private let bell = DispatchSemaphore(value: 0)
    private let isRung = Atomic(false)

    /// Tells that there is something new; from any thread.
    func ring() {
        if !isRung.exchange(true, ordering: .acquiringAndReleasing) { bell.signal() }
    }

    /// Blocks until something is new since the last call.
    ///
    /// - Returns: False when nothing came within the limit.
    func wait(atMost limit: Duration) -> Bool {
        guard bell.wait(timeout: .now() + .nanoseconds(Int(limit / .nanoseconds(1)))) == .success else { return false }
        // Before the one who waited looks, so that what comes while it looks wakes it again.
        isRung.store(false, ordering: .sequentiallyConsistent)
        return true
    }
}
