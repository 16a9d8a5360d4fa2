import LiveProtocol

/// The timers of one part of a page.
final class RunningTimers {
    private var timers: [TimerID: VirtualClock.TimerID] = [:]

    func run(_ request: TimerRequest, for part: PagePart, of session: LiveSession) {
        switch request {
        case .start(let id, let info, let delay, let isRepeating):
            start(id, info, after: delay, isRepeating: isRepeating, for: part, of: session)
        case .cancel(let id):
            if let timer = timers.removeValue(forKey: id) { session.place.engine.clock.cancel(timer) }
        }
    }

    func end(clock: VirtualClock) {
        for timer in timers.values { clock.cancel(timer) }
        timers = [:]
    }

    private func start(
        _ id: TimerID, _ info: any Sendable, after delay: Duration, isRepeating: Bool, for part: PagePart,
        of session: LiveSession
    ) {
        timers[id] = session.place.engine.clock.schedule(after: delay) { [weak self, weak session] in
            guard let self, let session else { return }
            if isRepeating {
                start(id, info, after: delay, isRepeating: true, for: part, of: session)
            } else {
                timers[id] = nil
            }
            // What came before it is handled before it.
            session.place.openLetters()
            session.receive(info, for: part)
        }
    }
}
