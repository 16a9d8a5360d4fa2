import Markup
import Testing

@testable import LiveEngine

@Suite struct SlotTests {
    /// A function component with a default slot, a named one and one with an argument.
    static func card(
        title: Slot<Void> = .none, row: Slot<Int> = .none, _ content: Slot<Void> = .none
    ) -> Rendered {
        "<h2>\(title(else: "Untitled"))</h2>\(content())\([1, 2].map { row($0, else: "<i>none</i>") })"
    }

    @Test func `a slot that is not given shows its fallback, or nothing`() {
        #expect(Self.card().html == "<h2>Untitled</h2><i>none</i><i>none</i>")
        #expect(Slot<Int>.none.isEmpty)
    }

    @Test func `slots show what they are given, escaped, with their arguments`() {
        let name = "<Ada>"
        let card = Self.card(title: "Hi \(name)", row: Slot { "<b>\($0)</b>" }, "<p>Text</p>")
        #expect(card.html == "<h2>Hi &lt;Ada&gt;</h2><p>Text</p><b>1</b><b>2</b>")
    }

    @Test func `a slot of one character is a slot`() {
        #expect(Self.card(title: "x").html.hasPrefix("<h2>x</h2>"))
    }

    struct Frame: LiveComponent {
        struct Context: LiveContext { var count = 0 }
        enum Event: Decodable, Sendable { case add }
        struct Slots: ComponentSlots {
            var header: Slot<Void> = .none
            var body: Slot<Int> = .none
        }

        func handle(_ event: Event, _ socket: inout Socket) { socket.context.count += 1 }

        func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
            "<div>\(meta.slots.header(else: "none"))|\(meta.slots.body(context.count))</div>"
        }
    }

    struct Framed: LiveView {
        struct Context: LiveContext { var word = "one" }
        enum Event: Decodable, Sendable { case word(text: String) }

        func handle(_ event: Event, _ socket: inout Socket) {
            if case .word(let text) = event { socket.context.word = text }
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            let inner = Frame.Slots(body: Slot { "\(context.word) \($0)" })
            return """
                \(component(Frame(), id: "outer", slots: .init(
                    header: "<b>\(context.word)</b>",
                    body: Slot { count in "\(count): \(component(Frame(), id: "inner", slots: inner))" })))
                """
        }
    }

    @Test func `slots of a component hold what the view knows, and components`() {
        let page = TestPage(Framed())
        #expect(page.html == "<div><b>one</b>|0: <div>none|one 0</div></div>")
        page.click("add", in: 2)
        page.click("add", in: 1)
        #expect(page.html == "<div><b>one</b>|1: <div>none|one 1</div></div>")
        let diff = page.click("word", ["text": "two"])?.diff
        #expect(diff?.root.isEmpty == true)
        #expect(page.html == "<div><b>two</b>|1: <div>none|two 1</div></div>")
    }
}
