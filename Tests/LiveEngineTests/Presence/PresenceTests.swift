import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

@Suite("Presence")
struct PresenceTests {
    struct RoomView: LiveView {
        static let room = PresenceRoom<String>("lobby")

        struct Context: LiveContext {
            var present: [String] = []
            var news: [String] = []
        }

        enum Event: Decodable, Sendable { case enter(String), leave, enterThenThrow(String), look, go }
        struct Broken: Error {}

        func mount(_ params: Params, _ socket: inout Socket) {
            socket.subscribe(Self.room.changes) { $0 }
            if let name = params["name"] { socket.track(in: Self.room, as: name) }
            look(&socket)
        }

        func handle(_ event: Event, _ socket: inout Socket) throws {
            switch event {
            case .enter(let name): socket.track(in: Self.room, as: name)
            case .enterThenThrow(let name):
                socket.track(in: Self.room, as: name)
                throw Broken()
            case .leave: socket.untrack(from: Self.room)
            case .look: break
            case .go: socket.pushNavigate(to: "/away")
            }
            look(&socket)
        }

        func handleInfo(_ diff: PresenceDiff<String>, _ socket: inout Socket) {
            socket.context.news += diff.leaves.map { "-" + $0.member } + diff.joins.map { "+" + $0.member }
            look(&socket)
        }

        private func look(_ socket: inout Socket) {
            socket.context.present = socket.presences(in: Self.room).map(\.member)
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            "\(context.present.joined(separator: " "))|\(context.news.joined(separator: " "))"
        }
    }

    let engine = Engine(routes: Routes([Route("/", "") { RoomView() }]), clock: VirtualClock())

    private func page(_ name: String) -> TestPage { TestPage(on: engine, "/?name=\(name)") }

    @Test("Who comes is seen by all, in order of arrival, and by oneself at once")
    func joining() {
        let ann = page("ann")
        #expect(ann.html == "ann|+ann")
        let bob = page("bob")
        ann.receive()
        #expect(ann.html == "ann bob|+ann +bob")
        #expect(bob.html == "ann bob|+bob")
    }

    @Test("A session is in a room once: who enters again has left as the old")
    func updating() {
        let (ann, bob) = (page("ann"), page("bob"))
        ann.click("enter", ["value": "anna"])
        bob.receive()
        #expect(bob.html == "anna bob|+bob -ann +anna")
    }

    @Test("Leaving is seen by all, and leaving twice is no matter")
    func leaving() {
        let (ann, bob) = (page("ann"), page("bob"))
        ann.click("leave")
        ann.click("leave")
        bob.receive()
        #expect(bob.html == "bob|+bob -ann")
    }

    @Test("A handler that fails enters no room")
    func failing() {
        let page = page("ann")
        page.click("enterThenThrow", ["value": "anna"])
        page.click("look")
        #expect(page.html == "ann|+ann")
    }

    @Test("A session that ends has left, however it ends", arguments: ["go", "leave", "drop"])
    func ending(way: String) {
        let bob = page("bob")
        var ann: TestPage? = page("ann")
        switch way {
        case "go": ann?.click("go")
        case "leave": ann?.send(.leave)
        default: ann = nil
        }
        bob.receive()
        #expect(bob.html == "bob|+bob +ann -ann")
        bob.send(.leave)
        #expect(engine.shared.presences.isEmpty)
        #expect(engine.shared.pubSub.isEmpty)
    }
}
