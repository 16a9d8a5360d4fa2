import LiveProtocol

/// What a page has to do later. A page that goes takes it all back, so that nothing of it waits in a clock that others
/// use as well.
final class PageTimers {
    private let clock: VirtualClock
    private var waiting: Set<VirtualClock.TimerID> = []

    init(clock: VirtualClock) { self.clock = clock }

    deinit { for timer in waiting { clock.cancel(timer) } }

    func schedule(after delay: Duration, _ action: @escaping () -> Void) -> VirtualClock.TimerID {
        var own: VirtualClock.TimerID?
        let timer = clock.schedule(after: delay) { [weak self] in
            if let own { self?.waiting.remove(own) }
            action()
        }
        own = timer
        waiting.insert(timer)
        return timer
    }

    /// Takes one back; one that has run, or was taken back already, is no matter.
    func cancel(_ timer: VirtualClock.TimerID) {
        guard waiting.remove(timer) != nil else { return }
        clock.cancel(timer)
    }
}
