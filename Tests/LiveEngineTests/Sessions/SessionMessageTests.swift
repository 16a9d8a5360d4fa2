import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

/// What comes with which message.
@Suite struct SessionMessageTests {
    struct Talker: LiveView {
        struct Context: LiveContext { var count = 0 }
        enum Event: Decodable, Sendable { case later, twice, ask, save(name: String) }
        enum Info: Sendable { case tick }

        func mount(_ params: Params, _ socket: inout Socket) {
            socket.title = "At first"
            socket.pushEvent("mounted")
        }

        func handle(_ event: Event, _ socket: inout Socket) {
            switch event {
            case .later: socket.scheduleOnce(.tick, after: .seconds(1))
            case .twice: for _ in 0..<2 { socket.schedule(.tick, every: .seconds(1)) }
            case .ask: socket.reply(["count": socket.context.count])
            case .save: socket.context.count += 1
            }
        }

        func handleInfo(_ info: Info, _ socket: inout Socket) {
            socket.context.count += 1
            socket.title = "After \(socket.context.count)"
            socket.pushEvent("ticked", ["count": socket.context.count])
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered { "\(context.count)" }
    }

    private let page = TestPage(Talker())

    private func diffs() -> [Diff] {
        page.messages.compactMap { if case .diff(let diff) = $0 { diff } else { nil } }
    }

    @Test func `what is pushed and titled while mounting comes with the join`() {
        guard case .reply(.joined(let join))? = page.messages.first else { return #expect(page.messages.isEmpty) }
        #expect(join.rendered.title == "At first")
        #expect(join.rendered.events == [PushedEvent(name: "mounted", payload: [:])])
    }

    @Test func `what is pushed and titled for an info comes with the very diff of that info`() {
        page.click("later")
        page.messages = []
        page.advance(by: .seconds(1))
        #expect(diffs().map(\.title) == ["After 1"])
        #expect(diffs().map(\.events) == [[PushedEvent(name: "ticked", payload: ["count": 1])]])
        #expect(diffs().first?.root.dynamics.keys == [0])
        #expect(page.click("ask")?.diff?.title == nil)
    }

    @Test func `two timers of the same info are two timers`() {
        page.click("twice")
        page.advance(by: .seconds(2))
        #expect(page.html == "4")
    }

    @Test func `the push of a hook is answered with a reply`() {
        let push = EventPush(type: "hook", event: "ask", value: .json(["at": 1]))
        #expect(page.send(.event(push))?.diff?.reply == ["count": 0])
    }

    @Test func `a field that is left out ends no session`() {
        #expect(
            page.submit("save", "age=3")?.failure == #"event "save": "name" is missing; it must be text"#)
        page.submit("save", "name=Ada")
        #expect(page.html == "1")
    }

    @Test func `a message for a topic that nobody joined is answered with that`() {
        page.transport.send(
            ClientFrame(
                joinReference: 1, reference: 99, topic: "lv:elsewhere",
                message: .event(EventPush(type: "click", event: "later"))
            ))
        #expect(page.receive()?.failure == "unmatched topic")
        page.advance(by: .seconds(2))
        #expect(page.html == "0")
    }

    @Test func `a message of an earlier join is ignored`() {
        page.transport.send(
            ClientFrame(
                joinReference: 77, reference: 99, topic: "lv:phx-main",
                message: .event(EventPush(type: "click", event: "later"))
            ))
        #expect(page.receive() == nil)
    }
}
