import LiveProtocol
import Logging
import Markup
import Metrics
import OrderedCollections

/// Serves the views of an application in this process.
package final class Engine: Host {
    /// The cookie in which flash travels with a redirect (Flash.md, "What travels").
    static let flashCookie = "__phoenix_flash__"

    let services: SessionServices
    private let layout: RootLayout
    /// The connections there are, for what concerns all pages.
    private var connections = WeakList<Connection>()

    /// - Parameters:
    ///   - clock: The time of all sessions.
    ///   - layout: The document around every view.
    ///   - limits: How far a session may go.
    ///   - stopwatch: Tells how long work really takes; without one, no handler takes too long.
    ///   - logger: Where failures, mounts, events and ends are written; nowhere unless given, since a page may stand in the
    ///     terminal that a log would be written to.
    ///   - metrics: What counts and measures; the backend that the program has set up, unless given.
    ///   - observer: Sees what sessions do.
    package init(
        routes: Routes, clock: VirtualClock, layout: RootLayout = .standard, limits: SessionLimits = SessionLimits(),
        stopwatch: Stopwatch? = nil, logger: Logger? = nil, metrics: (any MetricsFactory)? = nil,
        observer: (any SessionObserver)? = nil
    ) {
        self.layout = layout
        let instruments = Instruments(
            logger: logger, metrics: metrics ?? Self.metricsBackend, observer: observer)
        services = SessionServices(
            routes: routes, clock: clock, limits: limits, stopwatch: stopwatch, instruments: instruments)
    }

    var routes: Routes { services.routes }
    var clock: VirtualClock { services.clock }
    var tokens: FlashTokens { services.tokens }

    /// The paths with what is said about them, in the order in which they were written.
    package var routeList: [(path: String, about: String)] { routes.list.map { ($0.path, $0.about) } }

    /// Whether a route leads to an address.
    package func hasView(at url: String) -> Bool { routes.match(Address(url)) != nil }

    package func request(_ request: PageRequest) -> PendingPage { PendingPage(respond(to: request)) }

    /// Gives the document at an address, in whose container a client joins the view.
    package func respond(to request: PageRequest) -> PageResponse {
        let address = Address(request.url)
        guard let route = routes.match(address)?.route else { return notFound(address) }
        guard request.method == "GET" else { return wrongMethod(request.method, address) }
        let flash = request.cookies[Self.flashCookie].flatMap { $0.isEmpty ? nil : $0 }
        let container = (route.container ?? .standard).html([
            "id": PageTokens.containerID, "data-phx-main": "",
            "data-phx-session": PageTokens.session(group: route.group.name),
            "data-phx-static": PageTokens.staticToken(flash: flash),
        ])
        let layout = layout(of: route.group)
        let token = PageTokens.layout(group: route.group.name)
        let sticky = layout.stickyViews.map { $0.html(session: token, parent: nil) }.joined()
        return PageResponse(
            html: layout.document(body: container + sticky),
            cookies: flash == nil ? [] : [.deletion(of: Self.flashCookie)])
    }

    /// What the program has set up to count and measure with, if anything.
    private static var metricsBackend: (any MetricsFactory)? {
        MetricsSystem.factory is NOOPMetricsHandler ? nil : MetricsSystem.factory
    }

    /// Opens the way on which one client talks to the engine.
    package func connect(_ request: ConnectRequest) -> any Transport {
        let connection = Connection(engine: self)
        connections.append(connection)
        return connection
    }

    /// The connections whose clients are still there.
    var liveConnections: [Connection] { connections.elements }

    /// The document around the views of a group.
    func layout(of group: GroupRules) -> RootLayout { group.layout ?? layout }

    /// Sends a message to all sessions that are subscribed to a topic.
    package func broadcast<Message>(_ message: Message, on topic: Topic<Message>) {
        services.pubSub.broadcast(message, on: topic.key)
    }

    private func notFound(_ address: Address) -> PageResponse {
        let rows = routes.list.map { route in
            let path = HTMLText.escaped(route.path)
            let place = route.pattern.hasParameters ? "<code>\(path)</code>" : "<a href=\"\(path)\">\(path)</a>"
            return "<li>\(place) \(HTMLText.escaped(route.about))</li>"
        }
        let body = """
            <main><h1>Not found</h1><p>There is no view at <code>\(HTMLText.escaped(address.path))</code>. \
            These are the views:</p><ul>\(rows.joined())</ul></main>
            """
        return PageResponse(status: 404, html: layout.document(body: body, title: "Not found"))
    }

    private func wrongMethod(_ method: String, _ address: Address) -> PageResponse {
        let body = """
            <main><h1>Method not allowed</h1><p>The view at <code>\(HTMLText.escaped(address.path))</code> takes GET \
            requests, not \(HTMLText.escaped(method)). A form of a live view is sent by <code>phx-submit</code>.</p></main>
            """
        return PageResponse(status: 405, html: layout.document(body: body, title: "Method not allowed"))
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
