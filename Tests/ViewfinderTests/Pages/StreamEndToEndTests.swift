import LiveEngine
import LiveProtocol
import Markup
import Simulator
import Testing
import TextLayout

/// A stream from the view's operations to the page, through engine, client and simulator.
@Suite("Streams, end to end")
struct StreamEndToEndTests {
    struct Note: Identifiable, Encodable, Sendable {
        var id: Int
        var text: String
    }

    struct NotesView: LiveView {
        struct Context: LiveContext {
            var notes = LiveStream<Note>("notes")
            var clicks = 0
            var startsEmpty = false
        }

        enum Event: Decodable, Sendable {
            case append(Int), prepend(Int), last(id: Int, of: Int), change(Int), remove(Int), move(Int)
            case twice(Int), clear, restart, click
        }

        func mount(_ params: Params, _ socket: inout Socket) {
            socket.context.startsEmpty = params["empty"] != nil
            guard !socket.context.startsEmpty else { return }
            socket.context.notes.insert(contentsOf: (1...3).map { Note(id: $0, text: "\($0)") })
        }

        func handle(_ event: Event, _ socket: inout Socket) {
            switch event {
            case .append(let id): socket.context.notes.insert(Note(id: id, text: "\(id)"))
            case .prepend(let id): socket.context.notes.insert(Note(id: id, text: "\(id)"), at: 0)
            case .last(let id, let count): socket.context.notes.insert(Note(id: id, text: "\(id)"), limit: -count)
            case .change(let id): socket.context.notes.update(Note(id: id, text: "\(id)!"))
            case .remove(let id): socket.context.notes.delete(domID: "notes-\(id)")
            case .move(let id):
                socket.context.notes.delete(domID: "notes-\(id)")
                socket.context.notes.insert(Note(id: id, text: "\(id)"), at: 0)
            case .twice(let id):
                socket.context.notes.insert(Note(id: id, text: "first"))
                socket.context.notes.insert(Note(id: id, text: "second"))
            case .clear: socket.context.notes.reset()
            case .restart: socket.context.notes.reset(to: [Note(id: 9, text: "9"), Note(id: 1, text: "1")])
            case .click: socket.context.clicks += 1
            }
        }

        private static var none: Rendered { "<li id=\"none\" class=\"hidden only:block\">none</li>" }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            """
            <ul id="list" phx-update="stream">\(if: context.startsEmpty, Self.none)\(stream(context.notes) {
                "<li id=\"\($0)\">\($1.text)</li>"
            })</ul><p>\(context.clicks)</p>
            """
        }
    }

    private func open(_ url: String) -> Simulator {
        let clock = VirtualClock()
        let engine = Engine(routes: Routes([Route("/", "") { NotesView() }]), clock: clock)
        let simulator = Simulator(host: engine, clock: clock, size: Size(columns: 40, rows: 20))
        simulator.open(url)
        return simulator
    }

    private func push(_ simulator: Simulator, _ event: String, _ payload: JSONValue) {
        simulator.client.pushEvent(event, payload: payload)
        simulator.settle()
    }

    /// The rows of the stream in the page.
    private func rows(_ simulator: Simulator) -> String {
        let document = simulator.document
        guard let list = document.element(withID: "list") else { return "no list" }
        return document.children(of: list).filter { document.attribute("id", of: $0)?.hasPrefix("notes-") == true }
            .map { document.textContent(of: $0) }.joined(separator: " ")
    }

    @Test(
        "An operation does to the page what it says",
        arguments: [
            ("append", ["value": 4], "1 2 3 4"),
            ("prepend", ["value": 4], "4 1 2 3"),
            ("prepend", ["value": 2], "1 2 3"),
            ("last", ["id": 4, "of": 3], "2 3 4"),
            ("change", ["value": 2], "1 2! 3"),
            ("change", ["value": 7], "1 2 3"),
            ("remove", ["value": 2], "1 3"),
            ("move", ["value": 3], "3 1 2"),
            ("twice", ["value": 5], "1 2 3 second"),
            ("clear", [:], ""),
            ("restart", [:], "9 1"),
            ("click", [:], "1 2 3"),
        ] as [(String, JSONValue, String)])
    func operation(event: String, payload: JSONValue, expected: String) {
        let simulator = open("/")
        #expect(rows(simulator) == "1 2 3")
        push(simulator, event, payload)
        push(simulator, "click", [:])
        #expect(rows(simulator) == expected)
        #expect(simulator.client.diagnostics.isEmpty)
    }

    @Test("A stream that starts empty takes operations of all kinds")
    func empty() {
        let simulator = open("/?empty=1")
        #expect(rows(simulator) == "")
        push(simulator, "remove", ["value": 1])
        push(simulator, "append", ["value": 1])
        push(simulator, "append", ["value": 2])
        push(simulator, "remove", ["value": 1])
        push(simulator, "restart", [:])
        #expect(rows(simulator) == "9 1")
        push(simulator, "clear", [:])
        push(simulator, "append", ["value": 5])
        #expect(rows(simulator) == "5")
    }
}
