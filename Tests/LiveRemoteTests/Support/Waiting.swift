import Dispatch
import LiveProtocol
import Testing

/// A person who waits for what comes from other threads.
struct Waiting {
    private static let patience = Duration.seconds(120)
    private let bell = DispatchSemaphore(value: 0)

    /// What rings when there may be something new.
    var ring: @Sendable () -> Void { { [bell] in bell.signal() } }

    /// Waits until something is so, looking whenever it rings, and now and then where nothing does.
    ///
    /// - Returns: Whether it came to be so.
    @discardableResult
    func until(_ isDone: () -> Bool) -> Bool {
        let end = ContinuousClock.now + Self.patience
        while !isDone() {
            guard ContinuousClock.now < end else { return false }
            _ = bell.wait(timeout: .now() + .milliseconds(5))
        }
        return true
    }
}

extension PendingPage {
    /// Waits for the answer.
    func wait() throws -> PageAnswer {
        let waiting = Waiting()
        onAnswer = waiting.ring
        waiting.until { answer != nil }
        return try #require(answer, "no answer came")
    }

    /// Waits for a page.
    func page() throws -> PageResponse {
        switch try wait() {
        case .response(let response): return response
        case .failed(let failure): throw failure
        }
    }

    /// Waits for a failure, and says what it tells people.
    func failure() throws -> String {
        guard case .failed(let failure) = try wait() else { return "there was a page" }
        return "\(failure)"
    }
}

extension Transport {
    /// Waits for the next message.
    func next() throws -> ServerFrame {
        let waiting = Waiting()
        onActivity = waiting.ring
        var frame: ServerFrame?
        waiting.until {
            frame = receive()
            return frame != nil
        }
        return try #require(frame, "no message came: \(state)")
    }

    /// Waits until the connection is over, and tells why.
    func end() -> ConnectionState {
        let waiting = Waiting()
        onActivity = waiting.ring
        waiting.until { state.isClosed }
        return state
    }

    @discardableResult
    func open() -> Bool {
        let waiting = Waiting()
        onActivity = waiting.ring
        return waiting.until { state == .open }
    }
}
