import NIOCore

/// A timer whose time is put off far more often than it comes: putting it off costs nothing.
final class LazyTimer {
    private let loop: any EventLoop
    private let action: () -> Void
    /// When the action is due; nil for never.
    private var due: NIODeadline?
    /// What the event loop has scheduled, never after the action is due.
    private var scheduled: (time: NIODeadline, task: Scheduled<Void>)?

    /// - Parameter action: Runs on the event loop, whose timer this is.
    init(on loop: any EventLoop, _ action: @escaping () -> Void) {
        self.loop = loop
        self.action = action
    }

    /// Sets when the action is due, whatever it was before.
    func set(_ time: NIODeadline) {
        due = time
        if let scheduled {
            if scheduled.time <= time { return }
            scheduled.task.cancel()
        }
        schedule(time)
    }

    /// The action is not due any more.
    func cancel() {
        due = nil
        scheduled?.task.cancel()
        scheduled = nil
    }

    private func schedule(_ time: NIODeadline) {
        let task = loop.assumeIsolated().scheduleTask(deadline: time) { [weak self] () -> Void in self?.look() }
        scheduled = (time, task)
    }

    private func look() {
        scheduled = nil
        guard let due else { return }
        if due > .now() { return schedule(due) }
        self.due = nil
        action()
    }
}
