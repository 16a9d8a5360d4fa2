import LiveProtocol
import Markup

/// What all sessions of one engine share.
final class SessionServices {
    let shared: SharedServices
    let clock: VirtualClock
    /// Tells how long work really takes; without one, no handler takes too long.
    let stopwatch: Stopwatch?
    /// None when nobody wants to know what sessions do.
    let instruments: Instruments?
    /// Notes what sessions are made to do; none when nobody wants to know.
    let coverage: EngineCoverage?
    let statics = StaticsTable()
    private var eventCaches: [ObjectIdentifier: AnyObject] = [:]

    init(
        shared: SharedServices, clock: VirtualClock, stopwatch: Stopwatch?, instruments: Instruments?,
        coverage: EngineCoverage?
    ) {
        self.shared = shared
        self.clock = clock
        self.stopwatch = stopwatch
        self.instruments = instruments
        self.coverage = coverage
    }

    var routes: Routes { shared.routes }
    var limits: SessionLimits { shared.limits }

    /// The cache that all sessions of a view type share.
    func eventCache<View: LiveView>(of type: View.Type) -> EventCache<View.Event> {
        if let cache = eventCaches[ObjectIdentifier(type)] as? EventCache<View.Event> { return cache }
        let cache = EventCache<View.Event>()
        eventCaches[ObjectIdentifier(type)] = cache
        return cache
    }

    /// - Throws: `TimeLimitExceeded` for a time that is longer than handlers may take.
    func checkTimeLimit(_ time: Duration) throws {
        if let limit = limits.handlerTime, time > limit { throw TimeLimitExceeded(time: time, limit: limit) }
    }
}
