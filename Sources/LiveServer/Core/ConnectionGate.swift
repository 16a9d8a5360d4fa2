import Synchronization

/// Counts the connections that are open, in all and by address, and lets no more in than there may be.
final class ConnectionGate: Sendable {
    private struct State {
        var count = 0
        var byAddress: [String: Int] = [:]
    }

    private let limit: Int
    private let limitPerAddress: Int
    private let state = Mutex(State())

    init(limit: Int, limitPerAddress: Int) {
        self.limit = limit
        self.limitPerAddress = limitPerAddress
    }

    /// Lets a connection in; false when there are too many.
    func enter(from address: String) -> Bool {
        state.withLock { state in
            guard state.count < limit, state.byAddress[address, default: 0] < limitPerAddress else { return false }
            state.count += 1
            state.byAddress[address, default: 0] += 1
            return true
        }
    }

    /// A connection that was let in is over.
    func leave(from address: String) {
        state.withLock { state in
            state.count -= 1
            let left = state.byAddress[address, default: 1] - 1
            state.byAddress[address] = left == 0 ? nil : left
        }
    }
}
