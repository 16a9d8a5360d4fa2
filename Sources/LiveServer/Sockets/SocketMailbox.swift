import Basics
import LiveProtocol
import Synchronization

/// The messages of one client that wait for its session, and whether the session is to work.
final class SocketMailbox: Sendable {
    private struct State {
        var messages = Queue<WireFrame>()
        var bytes = 0
        /// Whether the session works, or is about to.
        var isAwake = false
        /// Whether something happened since its turn began.
        var isRung = false
        /// Whether nothing is to be read until some was worked on.
        var isFull = false
        var isClosed = false
    }

    private let limit: Int
    private let byteLimit: Int
    private let state = Mutex(State())

    init(limit: Int, byteLimit: Int) {
        self.limit = limit
        self.byteLimit = byteLimit
    }

    /// Whether nothing is to be read now.
    var isFull: Bool { state.withLock { $0.isFull } }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Says that there is something to do.
    ///
    /// - Parameter message: What a client said.
    /// - Returns: Whether the session must be woken.
    func ring(_ message: WireFrame? = nil) -> Bool {
        state.withLock { state in
            if let message, !state.isClosed {
                state.messages.append(message)
                state.bytes += message.byteCount
                if state.messages.count >= limit || state.bytes >= byteLimit { state.isFull = true }
            }
            state.isRung = true
            defer { state.isAwake = true }
            return !state.isAwake
        }
    }

    /// Takes the next message.
    ///
    /// - Returns: With whether reading may go on that could not before.
    func next() -> (message: WireFrame, resumes: Bool)? {
        state.withLock { state in
            guard let message = state.messages.popFirst() else { return nil }
            state.bytes -= message.byteCount
            let resumes = state.isFull && state.messages.count <= limit / 2 && state.bytes <= byteLimit / 2
            if resumes { state.isFull = false }
            return (message, resumes)
        }
    }

    /// Begins a turn of work, which sees all that happened before.
    func beginTurn() { state.withLock { $0.isRung = false } }

    /// Ends a turn of work.
    ///
    /// - Returns: Whether the session may sleep; false when something has happened meanwhile.
    func endTurn() -> Bool {
        state.withLock { state in
            guard !state.isRung, state.messages.count == 0 else { return false }
            state.isAwake = false
            return true
        }
    }

    /// Takes no more messages, and lets go of those that wait.
    ///
    /// - Returns: Whether the session must be woken, to end.
    func close() -> Bool {
        state.withLock { state in
            state.messages = Queue()
            state.bytes = 0
            state.isClosed = true
            state.isRung = true
            defer { state.isAwake = true }
            return !state.isAwake
        }
    }
}

extension WireFrame {
    /// How many bytes it has on the wire, without the frame's own.
    var byteCount: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .binary(let bytes): bytes.count
        }
    }
}
