import LiveProtocol
import Logging

/// Hands what sessions do to all who want to know: the log, the metrics, the observer.
final class Instruments {
    private let log: SessionLog?
    private let metrics: SessionMetrics?
    private let observer: (any SessionObserver)?
    /// Wants to know of each call of a handler, and of what views held when they ended; nil when nobody does.
    let callbacks: (any CallbackObserver)?

    /// Nil when nobody wants to know anything, so that nothing is spent on it.
    init?(logger: Logger?, metrics: SessionMetrics?, observer: (any SessionObserver)?) {
        guard logger != nil || metrics != nil || observer != nil else { return nil }
        log = logger.map(SessionLog.init)
        self.metrics = metrics
        self.observer = observer
        callbacks = (observer as? any CallbackObserver).flatMap { $0.wantsCallbacks ? $0 : nil }
    }

    /// Whether anybody wants to know the size of diffs.
    var wantsDiffBytes: Bool { metrics != nil || observer?.wantsDiffBytes == true }

    func take(_ record: SessionRecord) {
        log?.take(record)
        metrics?.take(record)
        observer?.observe(record)
    }
}
