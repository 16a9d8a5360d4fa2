import LiveProtocol
import Markup

/// What all sessions of one engine share.
final class SessionServices {
    let routes: Routes
    let clock: VirtualClock
    let limits: SessionLimits
    /// Tells how long work really takes; without one, no handler takes too long.
    let stopwatch: Stopwatch?
    /// None when nobody wants to know what sessions do.
    let instruments: Instruments?
    let statics = StaticsTable()
    let tokens: FlashTokens
    let pubSub = PubSub()
    let presences: PresenceBoard
    let uploadFolder = TemporaryFolder()
    private var eventCaches: [ObjectIdentifier: AnyObject] = [:]
    private var nextSessionNumber = 0

    init(
        routes: Routes, clock: VirtualClock, limits: SessionLimits, stopwatch: Stopwatch?, instruments: Instruments?
    ) {
        self.routes = routes
        self.clock = clock
        self.limits = limits
        self.stopwatch = stopwatch
        self.instruments = instruments
        tokens = FlashTokens(clock: clock)
        presences = PresenceBoard(pubSub: pubSub)
    }

    /// A number that no session of this engine had before.
    func newSessionNumber() -> Int {
        defer { nextSessionNumber += 1 }
        return nextSessionNumber
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
