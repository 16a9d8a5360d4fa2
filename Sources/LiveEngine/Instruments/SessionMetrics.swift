import LiveProtocol
import Metrics
import Synchronization

/// Counts and measures what sessions do. All names begin with `viewfinder_`; all but the gauge have the dimension `view`,
/// the name of the view's type.
///
/// | name | kind | what it tells |
/// |---|---|---|
/// | `viewfinder_renders` | counter | views that were rendered for pages which are to be joined then |
/// | `viewfinder_mounts` | counter | sessions that were mounted |
/// | `viewfinder_events` | counter | events of pages, handled or failed |
/// | `viewfinder_infos` | counter | what timers, topics and tasks said |
/// | `viewfinder_failures` | counter | handlers, tasks and mailboxes that failed |
/// | `viewfinder_handling` | timer | handlers of one event, info, mount or patch |
/// | `viewfinder_rendering` | timer | rendering of the view |
/// | `viewfinder_diffing` | timer | finding out what changed |
/// | `viewfinder_diff_bytes` | recorder | the size of a diff as JSON |
/// | `viewfinder_sessions` | gauge | sessions that live |
///
/// Times are there when the engine has a stopwatch.
final class SessionMetrics: Sendable {
    /// The metrics of one view.
    private struct OfView: Sendable {
        let renders, mounts, events, infos, failures: Counter
        let handling, rendering, diffing: Timer
        let diffBytes: Recorder

        init(_ view: String, _ factory: any MetricsFactory) {
            func counter(_ name: String) -> Counter {
                Counter(label: "viewfinder_" + name, dimensions: [("view", view)], factory: factory)
            }
            func timer(_ name: String) -> Timer {
                Timer(
                    label: "viewfinder_" + name, dimensions: [("view", view)], preferredDisplayUnit: .milliseconds,
                    factory: factory)
            }
            (renders, mounts) = (counter("renders"), counter("mounts"))
            (events, infos, failures) = (counter("events"), counter("infos"), counter("failures"))
            (handling, rendering, diffing) = (timer("handling"), timer("rendering"), timer("diffing"))
            diffBytes = Recorder(label: "viewfinder_diff_bytes", dimensions: [("view", view)], factory: factory)
        }
    }

    private let factory: any MetricsFactory
    private let sessions: Gauge
    private let live = Atomic(0)
    private let views = Mutex<[String: OfView]>([:])

    init(_ factory: any MetricsFactory) {
        self.factory = factory
        sessions = Gauge(label: "viewfinder_sessions", factory: factory)
    }

    func take(_ record: SessionRecord) {
        let view = metrics(of: record.view)
        if record.failure != nil { view.failures.increment() }
        switch record.happening {
        case .rendered: view.renders.increment()
        case .mounted:
            guard record.failure == nil else { break }
            view.mounts.increment()
            count(by: 1)
        case .event: view.events.increment()
        case .info: view.infos.increment()
        case .patched, .reloaded, .restored, .trouble: break
        case .ended: count(by: -1)
        }
        if let times = record.times {
            view.handling.recordNanoseconds(Self.nanoseconds(times.handling))
            view.rendering.recordNanoseconds(Self.nanoseconds(times.rendering))
            view.diffing.recordNanoseconds(Self.nanoseconds(times.diffing))
        }
        if let bytes = record.diffBytes { view.diffBytes.record(bytes) }
    }

    private func count(by step: Int) {
        sessions.record(live.wrappingAdd(step, ordering: .relaxed).newValue)
    }

    private func metrics(of view: String) -> OfView {
        if let known = views.withLock({ $0[view] }) { return known }
        // Two threads may make it at once; backends give both the same instruments by their names.
        let made = OfView(view, factory)
        views.withLock { $0[view] = made }
        return made
    }

    private static func nanoseconds(_ time: Duration) -> Int64 {
        let (seconds, attoseconds) = time.components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}
