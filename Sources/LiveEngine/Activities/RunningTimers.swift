import LiveProtocol

/// The timers of one part of a page.
final class RunningTimers {
    private var timers: [TimerID: VirtualClock.TimerID] = [:]

    func run(_ request: TimerRequest, for part: PagePart, of recipient: any Recipient) {
        switch request {
        case .start(let id, let info, let delay, let isRepeating):
            start(id, info, after: delay, isRepeating: isRepeating, for: part, of: recipient)
        case .cancel(let id):
            if let timer = timers.removeValue(forKey: id) { recipient.clock.cancel(timer) }
        }
    }

    func end(clock: VirtualClock) {
        for timer in timers.values { clock.cancel(timer) }
        timers = [:]
    }

    private func start(
        _ id: TimerID, _ info: any Sendable, after delay: Duration, isRepeating: Bool, for part: PagePart,
        of recipient: any Recipient
    ) {
        timers[id] = recipient.clock.schedule(after: delay) { [weak self, weak recipient] in
            guard let self, let recipient else { return }
            if isRepeating {
                start(id, info, after: delay, isRepeating: true, for: part, of: recipient)
            } else {
                timers[id] = nil
            }
            // What came before it is handled before it.
            recipient.openLetters()
            recipient.receive(info, from: .timer, for: part)
        }
    }
}

/// Names one timer of a session, so that it can be cancelled.
public struct TimerID: Hashable, Codable, Sendable {
    let number: Int
}

/// What a handler asks of its session's timers.
enum TimerRequest {
    /// The info is of the type that its part of the page handles; it is kept as any, so that all sessions run the same code.
    case start(TimerID, any Sendable, after: Duration, isRepeating: Bool)
    case cancel(TimerID)
}
