import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

/// What components must not do ends as an error that says what to do instead, and changes nothing.
@Suite struct ComponentMistakeTests {
    struct Wrong: LiveComponent {
        struct Context: LiveContext {}
        enum Event: Decodable, Sendable { case tell, echo }
        enum Info: Sendable { case echo }

        var mistake: String

        func update(_ socket: inout Socket) { if mistake == "leaves" { socket.pushNavigate(to: "/") } }

        func handle(_ event: Event, _ socket: inout Socket) {
            switch event {
            case .tell: socket.send(.stepped("b", 7), toParent: Steppers.self)
            case .echo: socket.send(.echo, to: Wrong.self, id: socket.id)
            }
        }

        func handleInfo(_ info: Info, _ socket: inout Socket) {
            socket.send(.echo, to: Wrong.self, id: socket.id)
        }

        func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
            mistake == "text" ? "only text" : " <!-- note --> <p>fine</p>"
        }
    }

    struct Page: LiveView {
        struct Context: LiveContext { var mistake = "none" }
        enum Event: Decodable, Sendable { case set(mistake: String) }

        func handle(_ event: Event, _ socket: inout Socket) {
            if case .set(let mistake) = event { socket.context.mistake = mistake }
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            "\(component(Wrong(mistake: context.mistake), id: 1))"
        }
    }

    let page = TestPage(Page())

    @Test(arguments: [("text", "renders one element"), ("leaves", "mount and update set the context up")])
    func `an update that cannot be is a failure of the whole event`(mistake: String, words: String) {
        #expect(page.click("set", ["mistake": .string(mistake)])?.failure?.contains(words) == true)
        #expect(page.inspection?.context["mistake"] == "none")
        #expect(page.html == " <!-- note --> <p>fine</p>")
    }

    @Test func `a view is told its own infos only`() {
        let failure = page.click("tell", in: 1)?.failure
        #expect(
            failure == "send(_:toParent: Steppers.self) asks for another view than the component is in, which is Page")
    }

    @Test func `messages without end are stopped`() {
        #expect(page.click("echo", in: 1)?.failure?.contains("more than 1000 messages") == true)
    }
}
