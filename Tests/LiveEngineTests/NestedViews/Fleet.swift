import LiveEngine
import Markup

/// A view with ships nested in it, in a list, in a component and by itself.
struct Fleet: LiveView {
    struct Context: LiveContext {
        var ships = ["ada"]
        var hasEscort = false
        var cargo = 1
        var note = ""
        var page = ""
    }

    enum Event: Decodable, Sendable {
        case show(ships: [String])
        case escort(Bool)
        case cargo(Int)
        case tell(ship: String, text: String)
        case double
        case crash
    }

    enum Info: Sendable { case heard(String) }

    func handleParams(_ params: Params, _ socket: inout Socket) {
        socket.context.page = params["page"] ?? ""
    }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .show(let ships): socket.context.ships = ships
        case .escort(let isThere): socket.context.hasEscort = isThere
        case .cargo(let cargo): socket.context.cargo = cargo
        case .tell(let ship, let text): socket.send(.told(text), to: Ship.self, id: ship)
        case .double: socket.context.ships = ["ada", "ada"]
        case .crash: throw SessionCrash("sunk")
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .heard(let text): socket.context.note = text
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>\(context.note)\(context.page)</h1>\(meta.flash.map { key, text in "<i>\(key): \(text)</i>" })
        \(each(context.ships, by: \.self) { id in
            "<li>\(liveView(Ship(name: id, cargo: context.cargo), id: id))</li>"
        })
        \(if: context.hasEscort, "\(component(Escort(), id: "escort"))")
        """
    }
}

/// A component with a ship in it.
struct Escort: LiveComponent {
    struct Context: LiveContext { var isUp = false }
    enum Event: Decodable, Sendable { case hoist }

    func handle(_ event: Event, _ socket: inout Socket) { socket.context.isUp.toggle() }

    func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
        "<div>\(context.isUp ? "up" : "down") \(liveView(Ship(name: "escorted"), id: "escorted"))</div>"
    }
}

/// A nested view that can do all that one can ask for; it has a boat nested in it.
struct Ship: LiveView {
    struct Context: LiveContext {
        var name = ""
        var count = 0
        var told = ""
        var url = ""
        var hasBoat = false
    }

    enum Event: Decodable, Sendable {
        case count, tick, fail, crash, boat
        case tell(String)
        case put(String)
        case title(String)
        case patch(to: String), navigate(to: String), redirect(to: String)
    }

    enum Info: Sendable {
        case tick
        case told(String)
    }

    var name: String
    var cargo = 1

    func mount(_ params: Params, _ socket: inout Socket) throws {
        if name == "wreck" { throw SessionCrash("never afloat") }
        if name == "ghost" { socket.pushNavigate(to: "/") }
        socket.context.name = "\(name)/\(cargo)"
        socket.context.url = socket.url
    }

    func handleParams(_ params: Params, _ socket: inout Socket) { socket.context.name = "never" }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .count: socket.context.count += 1
        case .tick: socket.schedule(.tick, every: .seconds(1))
        case .fail:
            socket.context.count = -1
            throw CancellationError()
        case .crash: throw SessionCrash("struck a rock")
        case .boat: socket.context.hasBoat = true
        case .tell(let text): socket.send(.heard(text), toParent: Fleet.self)
        case .put(let text): socket.putFlash("info", text)
        case .title(let title): socket.title = title
        case .patch(let url):
            socket.putFlash("info", "from \(name)")
            socket.pushPatch(to: url)
        case .navigate(let url):
            socket.putFlash("info", "from \(name)")
            socket.pushEvent("leaving")
            socket.pushNavigate(to: url)
        case .redirect(let url):
            socket.putFlash("info", "from \(name)")
            socket.redirect(to: url)
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .tick: socket.context.count += 1
        case .told(let text): socket.context.told = text
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <b>\(context.name) \(context.count) \(context.told)</b>\(meta.flash.map { key, text in "<i>\(key): \(text)</i>" })\
        \(if: context.hasBoat, "\(liveView(Ship(name: "boat"), id: "boat"))")
        """
    }
}
