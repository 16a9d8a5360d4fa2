import LiveEngine
import Markup

/// How a handler goes elsewhere.
enum Way: String, Codable, CaseIterable, Sendable { case patch, navigate, redirect }

/// A view with a component and a nested view, all of which put messages and go elsewhere as they are told.
struct Lobby: LiveView {
    struct Context: LiveContext { var events = 0 }

    enum Event: Decodable, Sendable {
        case put(key: String, text: String)
        case go(way: Way, say: String?)
        case count
    }

    func mount(_ params: Params, _ socket: inout Socket) throws {
        guard let way = try params.value("lead", as: Way?.self) else { return }
        socket.putFlash("info", "led on")
        if way == .redirect { socket.redirect(to: "/") } else { socket.pushNavigate(to: "/") }
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .put(let key, let text): socket.putFlash(key, text)
        case .go(let way, let text):
            if let text { socket.putFlash("info", text) }
            switch way {
            case .patch: socket.pushPatch(to: "/?patched=1")
            case .navigate: socket.pushNavigate(to: "/")
            case .redirect: socket.redirect(to: "/")
            }
        case .count: socket.context.events += 1
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        root[\(meta.flash.map { key, text in "\(key): \(text);" })]\
        \(component(Desk(), id: "desk"))\(liveView(Booth(), id: "booth"))
        """
    }
}

/// A component that does what the lobby does.
struct Desk: LiveComponent {
    struct Context: LiveContext { var isUsed = false }
    typealias Event = Lobby.Event

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .put(let key, let text): socket.putFlash(key, text)
        case .go(let way, let text):
            if let text { socket.putFlash("info", text) }
            switch way {
            case .patch: socket.pushPatch(to: "/?patched=1")
            case .navigate: socket.pushNavigate(to: "/")
            case .redirect: socket.redirect(to: "/")
            }
        case .count: socket.context.isUsed = true
        }
    }

    func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
        "<p>desk[\(meta.flash.map { key, text in "\(key): \(text);" })]</p>"
    }
}

/// A nested view that does what the lobby does.
struct Booth: LiveView {
    typealias Context = NoContext
    typealias Event = Lobby.Event

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .put(let key, let text): socket.putFlash(key, text)
        case .go(let way, let text):
            if let text { socket.putFlash("info", text) }
            switch way {
            case .patch: socket.pushPatch(to: "/?patched=1")
            case .navigate: socket.pushNavigate(to: "/")
            case .redirect: socket.redirect(to: "/")
            }
        case .count: break
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        "booth[\(meta.flash.map { key, text in "\(key): \(text);" })]"
    }
}
