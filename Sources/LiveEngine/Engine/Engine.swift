import LiveProtocol
import Logging
import Markup
import Metrics
import OrderedCollections

/// Serves the views of an application in this process.
package final class Engine: Host {
    let services: SessionServices
    /// The connections there are, for what concerns all pages.
    private var connections = WeakList<Connection>()

    /// An engine for one thread of several.
    ///
    /// - Parameters:
    ///   - shared: What it shares with the others.
    ///   - clock: The time of its sessions.
    ///   - stopwatch: Tells how long work really takes; without one, no handler takes too long.
    ///   - observer: Sees what its sessions do.
    ///   - coverage: Notes what its sessions are made to do.
    package init(
        shared: SharedServices, clock: VirtualClock, stopwatch: Stopwatch? = nil,
        observer: (any SessionObserver)? = nil, coverage: EngineCoverage? = nil
    ) {
        let instruments = Instruments(logger: shared.logger, metrics: shared.metrics, observer: observer)
        services = SessionServices(
            shared: shared, clock: clock, stopwatch: stopwatch, instruments: instruments, coverage: coverage)
    }

    /// An engine by itself.
    ///
    /// - Parameters:
    ///   - clock: The time of all sessions.
    ///   - layout: The document around every view.
    ///   - limits: How far a session may go.
    ///   - stopwatch: Tells how long work really takes; without one, no handler takes too long.
    ///   - logger: Where failures, mounts, events and ends are written; nowhere unless given, since a page may stand in the
    ///     terminal that a log would be written to.
    ///   - metrics: What counts and measures; the backend that the program has set up, unless given.
    ///   - observer: Sees what sessions do.
    ///   - coverage: Notes what sessions are made to do.
    package convenience init(
        routes: Routes, clock: VirtualClock, layout: RootLayout = .standard, limits: SessionLimits = SessionLimits(),
        stopwatch: Stopwatch? = nil, logger: Logger? = nil, metrics: (any MetricsFactory)? = nil,
        observer: (any SessionObserver)? = nil, coverage: EngineCoverage? = nil
    ) {
        let shared = SharedServices(routes: routes, layout: layout, limits: limits, logger: logger, metrics: metrics)
        self.init(shared: shared, clock: clock, stopwatch: stopwatch, observer: observer, coverage: coverage)
    }

    var shared: SharedServices { services.shared }
    var routes: Routes { services.routes }
    var clock: VirtualClock { services.clock }

    /// The paths with what is said about them, in the order in which they were written.
    package var routeList: [(path: String, about: String)] { routes.list.map { ($0.path, $0.about) } }

    /// Whether a route leads to an address.
    package func hasView(at url: String) -> Bool { routes.match(Address(url)) != nil }

    package func request(_ request: PageRequest) -> PendingPage { PendingPage(respond(to: request)) }

    /// Opens the way on which one client talks to the engine.
    package func connect(_ request: ConnectRequest) -> any Transport {
        let connection = Connection(engine: self, sessionValues: sessionValues(in: request.cookies))
        connections.append(connection)
        return connection
    }

    /// The connections whose clients are still there.
    var liveConnections: [Connection] { connections.elements }

    /// Sends a message to all sessions that are subscribed to a topic.
    package func broadcast<Message>(_ message: Message, on topic: Topic<Message>) {
        shared.broadcast(message, on: topic)
    }
}

/// Objects that others own, without those that are gone.
private struct WeakList<Element: AnyObject> {
    private struct Entry {
        weak var element: Element?
    }

    private var entries: [Entry] = []
    /// How many entries there may be before those that are gone are taken out.
    private var limit = 8

    /// The objects that still are, in the order in which they came.
    var elements: [Element] { entries.compactMap(\.element) }

    mutating func append(_ element: Element) {
        if entries.count >= limit {
            entries.removeAll { $0.element == nil }
            limit = max(8, entries.count * 2)
        }
        entries.append(Entry(element: element))
    }
}
