import Viewfinder

// The examples of the article "Components and nested views"; a test holds the article to this file.

/// A component without a state is a function that gives markup.
func badge(_ text: String, _ kind: String = "info") -> Rendered {
    #"<span class="badge \#(kind)">\#(text)</span>"#
}

struct Stepper: LiveComponent {
    struct Context: LiveContext {
        var value = 0
    }

    enum Event: Codable, Sendable {
        case more, less
    }

    enum Info: Sendable {
        case reset
    }

    let label: String
    var step = 1

    func handle(_ event: Event, _ socket: inout Socket) {
        socket.context.value += event == .more ? step : -step
        socket.send(.changed(label, to: socket.context.value), toParent: RecipeView.self)
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .reset: socket.context.value = 0
        }
    }

    func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
        """
        <p id="\(meta.id)">\(label): \(context.value)
          <button \(on: .click, Event.less, target: meta.myself) aria-label="Less \(label)">−</button>
          <button \(on: .click, Event.more, target: meta.myself) aria-label="More \(label)">+</button></p>
        """
    }
}

struct RecipeView: LiveView {
    struct Context: LiveContext {
        var last = ""
    }

    enum Event: Decodable, Sendable {
        case reset
    }

    enum Info: Sendable {
        case changed(String, to: Int)
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        for name in ["flour", "sugar"] { socket.send(.reset, to: Stepper.self, id: name) }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .changed(let name, let value): socket.context.last = "\(name) is \(value) now"
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Cake \(badge("easy"))</h1>
        \(component(Stepper(label: "flour", step: 50), id: "flour"))
        \(component(Stepper(label: "sugar"), id: "sugar"))
        <p>\(context.last)</p>
        <button phx-click="reset">Reset</button>
        \(component(Card(), id: "notes", slots: .init(title: "Notes", content: "<p>Bake for an hour.</p>")))
        \(liveView(OvenView(degrees: 180), id: "oven"))
        """
    }
}

struct Card: LiveComponent {
    typealias Context = NoContext

    struct Slots: ComponentSlots {
        var title: Slot<Void> = .none
        var content: Slot<Void> = .none
    }

    func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
        """
        <section id="\(meta.id)">
          <h2>\(meta.slots.title(else: "Untitled"))</h2>
          \(meta.slots.content())
        </section>
        """
    }
}

/// A nested view has a session of its own.
struct OvenView: LiveView {
    struct Context: LiveContext {
        var degrees = 0
    }

    enum Event: Decodable, Sendable {
        case hotter
    }

    let degrees: Int

    func mount(_ params: Params, _ socket: inout Socket) { socket.context.degrees = degrees }

    func handle(_ event: Event, _ socket: inout Socket) {
        socket.context.degrees += 10
        socket.send(.changed("oven", to: socket.context.degrees), toParent: RecipeView.self)
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <p>\(context.degrees) °C <button phx-click="hotter">Hotter</button></p>
        """
    }
}
