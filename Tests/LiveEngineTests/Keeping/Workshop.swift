import LiveEngine
import Markup
import Synchronization

/// A view with something of all that is kept: context, flash, title, address, components, a nested view, a timer.
struct Workshop: LiveView {
    /// What may be wrong with the world outside, which no view holds.
    final class World: Sendable {
        private let broken = Mutex(false)
        var isBroken: Bool {
            get { broken.withLock { $0 } }
            set { broken.withLock { $0 = newValue } }
        }
    }

    struct Tool: LiveComponent {
        struct Context: LiveContext { var uses = 0 }
        enum Event: Decodable, Sendable { case use, note }

        let name: String

        func handle(_ event: Event, _ socket: inout Socket) {
            switch event {
            case .use: socket.context.uses += 1
            case .note: socket.putFlash("info", "noted")
            }
        }

        func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
            "<li>\(name) \(context.uses)\(meta.flash.map { _, text in "<b>\(text)</b>" })</li>"
        }
    }

    struct Gauge: LiveView {
        struct Context: LiveContext { var level = 0 }
        enum Event: Decodable, Sendable { case raise }

        func handle(_ event: Event, _ socket: inout Socket) { socket.context.level += 1 }

        func render(_ context: Context, _ meta: Meta) -> Rendered { "<p>level \(context.level)</p>" }
    }

    struct Breakage: Error {}

    struct Context: LiveContext {
        var name = ""
        var tools = ["saw"]
        var hasGauge = false
        var page = ""
        var ticks = 0
    }

    enum Event: Decodable, Sendable { case rename(name: String), take(tool: String), drop(tool: String), gauge, start }
    enum Info: Sendable { case tick }

    var world = World()

    func handleParams(_ params: Params, _ socket: inout Socket) { socket.context.page = params["page"] ?? "" }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .rename(let name):
            socket.context.name = name
            socket.title = name
            socket.putFlash("info", "Hello, \(name)!")
        case .take(let tool): socket.context.tools.append(tool)
        case .drop(let tool): socket.context.tools.removeAll { $0 == tool }
        case .gauge: socket.context.hasGauge.toggle()
        case .start: socket.schedule(.tick, every: .seconds(1))
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) { socket.context.ticks += 1 }

    func render(_ context: Context, _ meta: Meta) throws -> Rendered {
        if world.isBroken { throw Breakage() }
        return """
            \(meta.flash.map { key, text in "<i class=\"\(key)\">\(text)</i>" })
            <h1>\(context.name) \(context.page) \(context.ticks)</h1>
            <ul>\(each(context.tools, by: \.self) { tool in "\(component(Tool(name: tool), id: tool))" })</ul>
            \(context.hasGauge ? liveView(Gauge(), id: "gauge") : nil)
            """
    }
}
