import Dispatch
import NIOCore
import Synchronization

/// The connections of a server that are open, and what works for them.
final class ConnectionList: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var isEnding = false
        var hasEnded = false
    }

    private let state = Mutex(State())
    /// What is to be over before the server is.
    private let work = DispatchGroup()

    func add(_ channel: any Channel) {
        let id = ObjectIdentifier(channel)
        begin()
        let isEnding = state.withLock { state in
            state.channels[id] = channel
            return state.isEnding
        }
        channel.closeFuture.whenComplete { _ in
            self.state.withLock { $0.channels[id] = nil }
            self.finish()
        }
        if isEnding { channel.close(promise: nil) }
    }

    /// Something begins that is to be over before the server is.
    func begin() { work.enter() }

    /// Something is over that had begun.
    func finish() { work.leave() }

    /// Whether all was over, or cut off: nothing is to be sent any more.
    var hasEnded: Bool { state.withLock { $0.hasEnded } }

    /// Lets all sockets do what is due by now, after the time was moved, and waits for that.
    func catchUp() {
        let group = DispatchGroup()
        for channel in state.withLock({ Array($0.channels.values) }) {
            let told = channel.eventLoop.submit {
                channel.pipeline.fireUserInboundEventTriggered(TimeWasMoved(group: group))
            }
            try? told.wait()
        }
        group.wait()
    }

    /// Asks all to end, waits for that, and closes those that are left.
    func end(within limit: Duration) {
        let channels = state.withLock { state in
            state.isEnding = true
            return Array(state.channels.values)
        }
        for channel in channels { channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
        let nanoseconds = Int(clamping: limit.attoseconds / 1_000_000_000)
        if work.wait(timeout: .now() + .nanoseconds(nanoseconds)) == .timedOut {
            for channel in state.withLock({ Array($0.channels.values) }) { channel.close(promise: nil) }
        }
        state.withLock { $0.hasEnded = true }
    }
}

/// The time by which timers run was moved, so that some may be due.
struct TimeWasMoved: Sendable {
    /// What is left when a socket has done all that is.
    let group: DispatchGroup
}
