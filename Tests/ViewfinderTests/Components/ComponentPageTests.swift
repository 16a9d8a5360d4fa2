import HTMLTree
import LiveEngine
import LiveProtocol
import Markup
import Simulator
import Testing
import TextLayout

/// A card of a shopping list: it counts by itself and tells the list when it is full.
private struct Item: LiveComponent {
    struct Context: LiveContext { var count = 0 }
    enum Event: Decodable, Sendable { case add, note }

    struct Slots: ComponentSlots {
        var title: Slot<Void> = .none
        var price: Slot<Int> = .none
    }

    var limit: Int

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .add:
            socket.context.count += 1
            if socket.context.count == limit { socket.send(.full(socket.id), toParent: List.self) }
        case .note: socket.putFlash("info", "Noted in \(socket.id)")
        }
    }

    func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
        """
        <article id="item-\(meta.id)">
          \(meta.slots.title(else: "<i>Nameless</i>")) × \(context.count)\
        \(meta.slots.price(context.count, else: " free"))
          <button phx-click="add" phx-target="\(meta.myself)">Add</button>
          <button phx-click="note" phx-target="\(meta.myself)">Note</button>
          <input name="remark">
          \(meta.flash.map { key, text in
            #"<p class="\#(key)" phx-click="lv:clear-flash" phx-target="\#(meta.myself)" phx-value-key="\#(key)">\#(text)</p>"#
          })
        </article>
        """
    }
}

private struct List: LiveView {
    struct Context: LiveContext {
        var ids = ["tea", "salt"]
        var full: [String] = []
        var price = 2
    }

    enum Event: Decodable, Sendable { case reverse, clear, refill, raise }
    enum Info: Sendable { case full(String) }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .reverse: socket.context.ids.reverse()
        case .clear: socket.context.ids = []
        case .refill: socket.context.ids = ["tea"]
        case .raise: socket.context.price += 1
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .full(let id): socket.context.full.append(id)
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <button id="reverse" phx-click="reverse">Reverse</button>
        <button id="clear" phx-click="clear">Clear</button>
        <button id="refill" phx-click="refill">Refill</button>
        <button id="raise" phx-click="raise">Raise</button>
        <p id="full">Full: \(context.full.joined(separator: ", "))</p>
        <main>\(each(context.ids, by: \.self) { id in
          "<section>\(component(Item(limit: 2), id: id, slots: slots(for: id, context)))</section>"
        })</main>
        """
    }

    private func slots(for id: String, _ context: Context) -> Item.Slots {
        id == "tea"
            ? Item.Slots(title: "<b>Tea</b>", price: Slot { count in " for \(count * context.price)" }) : Item.Slots()
    }
}

/// Components and slots, from the engine through the client to the text on the screen.
@Suite("Components on a page")
struct ComponentPageTests {
    private let simulator: Simulator

    init() {
        let clock = VirtualClock()
        let engine = Engine(routes: Routes { Route("/", "List") { List() } }, clock: clock)
        simulator = Simulator(host: engine, clock: clock, size: Size(columns: 60, rows: 30))
        simulator.open("/")
    }

    private func one(_ selector: String) throws -> NodeID {
        try #require(simulator.document.first(Selector(selector), below: simulator.document.root), "no \(selector)")
    }

    private func click(_ selector: String) throws { try simulator.click(try one(selector)) }

    private var text: String { simulator.frame().text }

    @Test("Slots show what the parent gives, with arguments, and fallbacks where it gives nothing")
    func slots() throws {
        #expect(text.contains("Tea × 0 for 0"))
        #expect(text.contains("Nameless × 0 free"))
        try click("#item-tea button[phx-click=add]")
        try click("#raise")
        #expect(text.contains("Tea × 1 for 3"))
        #expect(simulator.problems.isEmpty)
    }

    @Test("An event of a component changes it alone, and what it tells the view changes both")
    func events() throws {
        try simulator.fill(try one("#item-salt input"), with: "coarse")
        try click("#item-tea button[phx-click=add]")
        #expect(text.contains("Tea × 1"))
        #expect(simulator.document.value(of: try one("#item-salt input")) == "coarse")
        try click("#item-tea button[phx-click=add]")
        #expect(text.contains("Full: tea"))
        #expect(simulator.problems.isEmpty)
    }

    @Test("A component's banner is dismissed in the component")
    func flash() throws {
        try click("#item-salt button[phx-click=note]")
        #expect(text.contains("Noted in salt"))
        try click("#item-salt p.info")
        #expect(!text.contains("Noted in salt"))
    }

    @Test("A row that moves keeps its component, and one that has left starts anew when it comes again")
    func life() throws {
        try click("#item-tea button[phx-click=add]")
        try click("#reverse")
        #expect(text.contains("Tea × 1"))
        try click("#clear")
        #expect(!text.contains("Tea"))
        try click("#refill")
        #expect(text.contains("Tea × 0"))
        #expect(simulator.problems.isEmpty)
    }
}
