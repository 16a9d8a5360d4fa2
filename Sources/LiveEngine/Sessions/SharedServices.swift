import Logging
import Metrics
import Synchronization

/// What all engines of one application share, on whatever threads they are.
///
/// An engine belongs to one thread at a time. A server has many of them, whose sessions tell each other things by what is
/// here.
package final class SharedServices: Sendable {
    let routes: Routes
    let layout: RootLayout
    let limits: SessionLimits
    let ids: any IDSource
    let tokens: PageTokens
    let flashes: FlashTokens
    let pubSub = PubSub()
    let presences: PresenceBoard
    let uploadFolder = TemporaryFolder()
    /// Where sessions write what they do; nil for nowhere.
    let logger: Logger?
    /// What counts and measures what sessions do; nil when nobody wants to know.
    let metrics: SessionMetrics?
    private let lastSession = Atomic(-1)

    /// - Parameters:
    ///   - layout: The document around every view.
    ///   - limits: How far a session may go.
    ///   - sealer: Makes the tokens that clients hand back.
    ///   - ids: Makes the names of pages, and of what waits for clients.
    ///   - logger: Where failures, mounts, events and ends are written; nowhere unless given, since a page may stand in the
    ///     terminal that a log would be written to.
    ///   - metrics: What counts and measures; the backend that the program has set up, unless given.
    package init(
        routes: Routes, layout: RootLayout = .standard, limits: SessionLimits = SessionLimits(),
        sealer: any TokenSealer = PlainSealer(), ids: any IDSource = SequentialIDs(), logger: Logger? = nil,
        metrics: (any MetricsFactory)? = nil
    ) {
        self.routes = routes
        self.layout = layout
        self.limits = limits
        self.ids = ids
        self.logger = logger
        tokens = PageTokens(sealer: sealer)
        flashes = FlashTokens(sealer: sealer, ids: ids, limit: limits.travellingFlashes)
        presences = PresenceBoard(pubSub: pubSub)
        self.metrics = (metrics ?? Self.metricsBackend).map(SessionMetrics.init)
    }

    /// Sends a message to all sessions that are subscribed to a topic.
    package func broadcast<Message>(_ message: Message, on topic: Topic<Message>) {
        pubSub.broadcast(message, on: topic.key)
    }

    /// The document around the views of a group.
    func layout(of group: GroupRules) -> RootLayout { group.layout ?? layout }

    /// A number that no session had before.
    func newSessionNumber() -> Int { lastSession.wrappingAdd(1, ordering: .relaxed).newValue }

    /// The number that the next session will have, if no other thread comes before.
    var nextSessionNumber: Int { lastSession.load(ordering: .relaxed) + 1 }

    /// What the program has set up to count and measure with, if anything.
    private static var metricsBackend: (any MetricsFactory)? {
        MetricsSystem.factory is NOOPMetricsHandler ? nil : MetricsSystem.factory
    }
}
