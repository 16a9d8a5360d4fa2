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
    /// Sees what handlers get; none when nobody wants to know.
    let coverage: (any HandlerWatch)?
    let statics = StaticsTable()
    /// None until a session has a task, or asks for the clock of tasks.
    private(set) var background: BackgroundWork?
    /// What makes the chance of sessions the same in each run; nil where nobody is to know it beforehand.
    var seed: UInt64?
    private var eventCaches: [ObjectIdentifier: AnyObject] = [:]

    init(
        shared: SharedServices, clock: VirtualClock, stopwatch: Stopwatch?, instruments: Instruments?,
        coverage: (any HandlerWatch)?
    ) {
        self.shared = shared
        self.clock = clock
        self.stopwatch = stopwatch
        self.instruments = instruments
        self.coverage = coverage
    }

    var routes: Routes { shared.routes }
    var limits: SessionLimits { shared.limits }

    /// What tasks do, of which a connection is told.
    func background(for inbox: Inbox) -> BackgroundWork {
        let background = background ?? BackgroundWork(clock: clock)
        self.background = background
        if !inbox.isClosed { background.jobs.attach(inbox) }
        return background
    }

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
