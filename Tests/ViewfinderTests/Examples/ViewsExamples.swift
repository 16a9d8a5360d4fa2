import Synchronization
import Viewfinder

// The examples of the article "Views and events"; a test holds the article to this file.

/// A shopping list: events of several kinds.
struct ShoppingView: LiveView {
    struct Item: Encodable, Sendable {
        let id: Int
        var name: String
        var isBought = false
    }

    struct Context: LiveContext {
        var items: [Item] = []
    }

    struct TooMuch: Error, CustomStringConvertible {
        let description = "nobody can carry more than ten things"
    }

    enum Event: Codable, Sendable {
        case add(name: String?, count: Int?)
        case toggleItem(id: Int)
        case clearAll
    }

    func mount(_ params: Params, _ socket: inout Socket) throws {
        socket.title = "Shopping"
    }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .add(let name, let count):
            guard let name, !name.isEmpty else { return socket.putFlash("error", "What shall it be?") }
            for _ in 0..<(count ?? 1) {
                socket.context.items.append(Item(id: socket.context.items.count, name: name))
            }
            guard socket.context.items.count <= 10 else { throw TooMuch() }
        case .toggleItem(let id):
            guard socket.context.items.indices.contains(id) else { return }
            socket.context.items[id].isBought.toggle()
        case .clearAll: socket.context.items = []
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Shopping</h1>
        <form id="new" \(on: .submit, Event.add)>
          <input name="name" aria-label="Name"> <input name="count" type="number" aria-label="Count">
          <button type="submit">Add</button>
        </form>
        \(if: context.items.isEmpty, "<p>Nothing to buy.</p>", else: list(context.items))
        <button \(on: .click, Event.clearAll) \(attribute: "disabled", if: context.items.isEmpty)>Clear</button>
        """
    }

    private func list(_ items: [Item]) -> Rendered {
        """
        <ul>\(each(items, by: \.id, row))</ul>
        """
    }

    private func row(_ item: Item) -> Rendered {
        """
        <li><button \(on: .click, Event.toggleItem(id: item.id))>\(item.name)</button> \
        \(if: item.isBought, "<em>bought</em>")</li>
        """
    }
}

/// A view that reads its payloads itself.
struct EchoView: LiveView {
    struct Context: LiveContext {
        var last = ""
    }

    func handleEvent(_ name: String, _ payload: Payload, _ socket: inout Socket) throws {
        switch name {
        case "shout": socket.context.last = try payload.value("text", as: String.self).uppercased()
        default: socket.context.last = "\(name), \(payload.string("text") ?? "without words")"
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <p>\(context.last)</p>
        <button phx-click="shout" phx-value-text="hello">Shout</button>
        <button phx-click="whisper">Whisper</button>
        """
    }
}

/// A page of results, whose number is in the address.
struct ResultsView: LiveView {
    struct Context: LiveContext {
        var topic = ""
        var page = 1
    }

    enum Event: Decodable, Sendable {
        case next
    }

    func handleParams(_ params: Params, _ socket: inout Socket) throws {
        socket.context.topic = params["topic"] ?? ""
        socket.context.page = try params.value("page", as: Int?.self) ?? 1
        socket.title = "\(socket.context.topic), page \(socket.context.page)"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .next: socket.pushPatch(to: "/results/\(socket.context.topic)?page=\(socket.context.page + 1)")
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>\(context.topic)</h1>
        <p>Page \(context.page)</p>
        <button phx-click="next">Next page</button>
        \(link("First page", patch: "/results/\(context.topic)"))
        \(link("Home", navigate: "/"))
        """
    }
}

/// An egg timer: infos of a timer, a topic and a task.
struct EggView: LiveView {
    static let kitchen = Topic<String>("kitchen")

    struct Context: LiveContext {
        var seconds = 3
        var timer: TimerID?
        var news = ""
        var weight = AsyncResult<Int>.loading()
    }

    enum Event: Decodable, Sendable {
        case start
    }

    enum Info: Sendable {
        case tick
        case heard(String)
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.subscribe(Self.kitchen) { .heard($0) }
        socket.assignAsync(\.weight, timeout: .seconds(5)) { try await Self.weigh() }
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .start: socket.context.timer = socket.schedule(.tick, every: .seconds(1))
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .tick:
            socket.context.seconds -= 1
            guard socket.context.seconds == 0, let timer = socket.context.timer else { return }
            socket.cancel(timer)
            socket.broadcast(Self.kitchen, "The eggs are done.")
        case .heard(let news): socket.context.news = news
        }
    }

    static func weigh() async throws -> Int {
        try await SessionClock.current.sleep(for: .seconds(1))
        return 58
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <p>\(context.seconds) s left. \(context.news)</p>
        <p>\(context.weight.value.map { "\($0) g" } ?? "weighing")</p>
        <button phx-click="start">Start</button>
        """
    }
}

/// Who looks at a page, for all who do.
struct VisitorsView: LiveView {
    static let room = PresenceRoom<String>("lobby")

    struct Context: LiveContext {
        var names: [String] = []
    }

    enum Info: Sendable {
        case changed
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.track(in: Self.room, as: params["name"] ?? "somebody")
        socket.subscribe(Self.room.changes) { _ in .changed }
        socket.context.names = socket.presences(in: Self.room).map(\.member)
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        socket.context.names = socket.presences(in: Self.room).map(\.member)
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <p>Here: \(context.names.joined(separator: ", "))</p>
        """
    }
}

/// What a hook before a group of views finds out, and the views read.
enum CurrentUser: AssignKey {
    static let defaultValue: String? = nil
}

struct AccountView: LiveView {
    typealias Context = NoContext

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <p>You are \(meta.assigns[CurrentUser.self] ?? "nobody").</p>
        """
    }
}

/// How often something was done, whichever session did it.
final class VisitCounter: Sendable {
    private let number = Atomic(0)

    func count() -> Int { number.wrappingAdd(1, ordering: .relaxed).newValue }
}

/// A recipe, whose readers are counted.
struct DishView: LiveView {
    static let recipes = ["soup": "Leek soup", "bread": "Rye bread"]

    struct Context: LiveContext {
        var readers = 0
        var stirs = 0
    }

    enum Info: Sendable { case stir }

    let readers: VisitCounter

    func mount(_ params: Params, _ socket: inout Socket) throws {
        guard let recipe = Self.recipes[params["dish"] ?? ""] else {
            throw StatusError(404, "There is no such recipe.")
        }
        socket.title = recipe
        guard socket.isConnected else { return }
        socket.context.readers = readers.count()
        socket.schedule(.stir, every: .seconds(60))
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) { socket.context.stirs += 1 }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <p>Reader \(context.readers), stirred \(context.stirs) times.</p>
        """
    }
}

struct ShopApp: ViewfinderApp {
    var routes: [Route] {
        Route("/", "What to buy") { ShoppingView() }
        Route("/results/:topic", "What was found") { ResultsView() }
        RouteGroup("account", onMount: [requireUser]) {
            Route("/account", "Who you are") { AccountView() }
            Route("/account/:order(int)", "One order") { AccountView() }
        }
    }

    private var requireUser: OnMount {
        OnMount { params, socket in
            guard let name = params["user"] else {
                socket.putFlash("warning", "Please sign in first.")
                return socket.replaceNavigate(to: "/")
            }
            socket.assigns[CurrentUser.self] = name
        }
    }
}

extension ShopApp {
    var limits: SessionLimits {
        var limits = SessionLimits()
        limits.handlerTime = .seconds(2)
        return limits
    }
}
