import Dispatch
import LiveClient
import LiveProtocol
import Simulator
import TextLayout
import Viewfinder

/// A page of a server elsewhere, on a clock that follows real time.
struct AttachedPage {
    let simulator: Simulator
    private let start = RealTime.monotonic
    private let activity = DispatchSemaphore(value: 0)

    /// Asks for a page; nothing of it is there yet.
    init(_ address: PageAddress, host: any Host, size: Size, settings: ClientSettings) {
        var settings = settings
        settings.origin = address.origin
        settings.isRemote = true
        simulator = Simulator(
            host: host, clock: VirtualClock(epoch: RealTime.date), size: size, settings: settings)
        simulator.client.onActivity = { [activity] in activity.signal() }
        simulator.open(address.reference)
    }

    private var client: LiveClient { simulator.client }

    /// The real time since the page was asked for.
    var now: Duration { RealTime.monotonic - start }

    /// Whether there is something to show: a page, or a question.
    var isThere: Bool { client.documentGeneration > 0 || client.question != nil }

    /// Whether nothing is on its way, neither a page nor anything that was asked of it.
    var isSettled: Bool { client.loadingAddress == nil && client.isIdle }

    /// Lets the page take in what comes, until something is so.
    ///
    /// - Returns: False when it was not so in time.
    @discardableResult
    func wait(within limit: Duration, until isDone: () -> Bool) -> Bool {
        let end = now + limit
        while true {
            simulator.advance(by: max(.zero, now - client.clock.now))
            if isDone() { return true }
            let current = now
            guard current < end else { return false }
            let next = min(end, client.clock.nextDeadline ?? end)
            _ = activity.wait(timeout: .now() + .nanoseconds(Int(max(.zero, next - current) / .nanoseconds(1))))
        }
    }

    /// What went wrong so far, the last last.
    var problems: [String] { simulator.problems }
}
