import LiveProtocol

/// The timers of one session.
final class SessionTimers {
    private var timers: [TimerID: VirtualClock.TimerID] = [:]

    func run(_ request: TimerRequest, for session: LiveSession) {
        switch request {
        case .start(let id, let info, let delay, let isRepeating):
            start(id, info, after: delay, isRepeating: isRepeating, for: session)
        case .cancel(let id):
            if let timer = timers.removeValue(forKey: id) { session.place.engine.clock.cancel(timer) }
        }
    }

    func end(in place: SessionPlace) {
        for timer in timers.values { place.engine.clock.cancel(timer) }
        timers = [:]
    }

    private func start(
        _ id: TimerID, _ info: any Sendable, after delay: Duration, isRepeating: Bool, for session: LiveSession
    ) {
        timers[id] = session.place.engine.clock.schedule(after: delay) { [weak self, weak session] in
            guard let self, let session else { return }
            if isRepeating {
                start(id, info, after: delay, isRepeating: true, for: session)
            } else {
                timers[id] = nil
            }
            session.tick(info)
        }
    }
}
