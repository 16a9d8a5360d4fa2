import LiveEngine
import Markup

/// A counter with a state of its own, which can do all that a component can ask for.
struct Stepper: LiveComponent {
    struct Context: LiveContext {
        var count = 0
        var updates = 0
    }

    enum Event: Decodable, Sendable {
        case step, fail, tell, greet(text: String), leave, patch, poke(id: String), answer, explode
    }

    enum Info: Sendable {
        case set(Int)
        case refuse
    }

    struct Refusal: Error, CustomStringConvertible { var description: String { "refused" } }

    var step = 1

    func mount(_ socket: inout Socket) { socket.context.count = 10 }

    func update(_ socket: inout Socket) { socket.context.updates += 1 }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .step: socket.context.count += step
        case .fail:
            socket.context.count = -1
            socket.putFlash("error", "never seen")
            throw Refusal()
        case .tell:
            socket.context.count += step
            socket.send(.stepped(socket.id, socket.context.count), toParent: Steppers.self)
        case .greet(let text):
            socket.putFlash("info", text)
            socket.putFlash("note", "also")
        case .leave: socket.pushNavigate(to: "/")
        case .patch: socket.pushPatch(to: "/?patched=1")
        case .poke(let id): socket.send(.set(99), to: Stepper.self, id: id)
        case .answer:
            socket.reply(socket.context.count)
            socket.pushEvent("answered")
        case .explode:
            socket.context.count = -1
            socket.send(.refuse, toParent: Steppers.self)
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) throws {
        switch info {
        case .set(let count): socket.context.count = count
        case .refuse: throw Refusal()
        }
    }

    func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
        """
        <p id="\(meta.id)" phx-target="\(meta.myself)">\(context.count) by \(step), \
        \(context.updates) updates\(meta.flash.map { key, text in "<b>\(key): \(text)</b>" })</p>
        """
    }
}

/// A view of steppers in a list.
struct Steppers: LiveView {
    struct Context: LiveContext {
        var ids = ["a"]
        var step = 1
        var note = ""
        var isPatched = false
    }

    enum Event: Decodable, Sendable {
        case show(ids: [String])
        case step(by: Int)
        case note(text: String)
        case set(id: String, count: Int)
        case refuse(id: String)
    }

    enum Info: Sendable {
        case stepped(String, Int)
        case refuse
    }

    func handleParams(_ params: Params, _ socket: inout Socket) {
        socket.context.isPatched = params["patched"] != nil
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .show(let ids): socket.context.ids = ids
        case .step(let step): socket.context.step = step
        case .note(let text): socket.context.note = text
        case .set(let id, let count): socket.send(.set(count), to: Stepper.self, id: id)
        case .refuse(let id):
            socket.context.note = "never seen"
            socket.send(.refuse, to: Stepper.self, id: id)
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) throws {
        switch info {
        case .stepped(let id, let count): socket.context.note = "\(id) is at \(count)"
        case .refuse: throw Stepper.Refusal()
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>\(context.note)</h1>\(meta.flash.map { key, text in "<i>\(key): \(text)</i>" })
        \(each(context.ids, by: \.self) { id in "<li>\(component(Stepper(step: context.step), id: id))</li>" })
        """
    }
}

/// Components within components, some of which place themselves without end.
struct Nest: LiveComponent {
    struct Context: LiveContext {
        var isOpen = true
        init() {}
    }
    enum Event: Decodable, Sendable { case toggle }

    var depth: Int

    func handle(_ event: Event, _ socket: inout Socket) { socket.context.isOpen.toggle() }

    func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
        """
        <div>\(depth)\
        \(context.isOpen && depth > 0 ? component(Nest(depth: depth - 1), id: "\(meta.id)/\(depth)") : nil)</div>
        """
    }
}
