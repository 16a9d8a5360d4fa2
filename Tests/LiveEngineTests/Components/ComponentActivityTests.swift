import LiveProtocol
import Testing

@testable import LiveEngine

@Suite struct ComponentActivityTests {
    private let source = Source()
    private let engine: Engine
    private let page: TestPage

    init() {
        let source = source
        engine = Engine(routes: Routes([Route("/", "") { TickerView(source: source) }]), clock: VirtualClock())
        page = TestPage(on: engine)
    }

    private var names: [String] { engine.shared.presences.members(of: Ticker.room.key).map { "\($0.member)" } }

    /// Takes both components off the page, as a client does.
    private func hide() {
        page.click("hide")
        page.send(.componentsWillBeDestroyed([1, 2]))
        page.send(.componentsDestroyed([1, 2]))
    }

    @Test func `a timer ticks in the component that set it, and nothing else is sent`() {
        page.click("tick", in: 2)
        page.messages = []
        page.advance(by: .seconds(2))
        #expect(page.html == "<p></p><i>|</i><i>tick,tick|</i>")
        guard case .diff(let diff)? = page.messages.first else { return #expect(page.messages.count == 2) }
        #expect(diff.root.isEmpty)
        #expect(diff.components.keys == [2])
    }

    @Test func `a timer is cancelled by the component that set it`() {
        page.click("tick", in: 1)
        page.click("tick")
        page.click("tickOnce", in: 2)
        page.advance(by: .seconds(1))
        page.click("stop", in: 1)
        page.advance(by: .seconds(1))
        #expect(page.html == "<p>tick,tick</p><i>tick|</i><i>tick|</i>")
    }

    @Test func `view and components subscribe each for themselves`() {
        page.click("listen")
        page.click("listen", in: 1)
        page.click("listen", in: 2)
        engine.broadcast(1, on: Ticker.news)
        page.receive()
        page.click("deafen", in: 1)
        page.click("tell", ["value": 2], in: 1)
        page.click("tellOthers", ["value": 3], in: 1)
        #expect(page.html == "<p>news 1,news 2</p><i>news 1|</i><i>news 1,news 2|</i>")
    }

    @Test func `a component sends messages to itself`() {
        page.click("note", ["value": "later"], in: 1)
        #expect(page.html == "<p></p><i>later|</i><i>|</i>")
    }

    @Test func `tasks of the same name run beside each other in two components`() async throws {
        page.click("fetch", ["value": "one"], in: 1)
        page.click("fetch", ["value": "none"], in: 2)
        #expect(page.transport.isWorking)
        source.open()
        try await page.finishWork()
        #expect(page.html == "<p></p><i>one|</i><i>failed: none|</i>")
    }

    @Test func `a value is fetched into the context of a component`() async throws {
        page.click("assign", ["value": "gold"], in: 2)
        source.open()
        try await page.finishWork()
        #expect(page.html == "<p></p><i>|</i><i>|gold</i>")
    }

    @Test func `a task of a component that takes too long has failed`() {
        page.click("slow", in: 1)
        page.advance(by: .seconds(2))
        #expect(!page.transport.isWorking)
        #expect(page.html == "<p></p><i>|took longer than 2.0 seconds</i><i>|</i>")
    }

    @Test func `what a component has under way ends when it leaves`() async throws {
        for event in ["tick", "listen", "fetch"] { page.click(event, ["value": "late"], in: 1) }
        page.click("slow", in: 2)
        page.click("enter", ["value": "Ada"], in: 2)
        hide()
        #expect(engine.clock.nextDeadline == nil)
        #expect(engine.shared.pubSub.isEmpty)
        #expect(engine.shared.presences.isEmpty)
        #expect(!page.transport.isWorking)
        for _ in 0..<10_000 where source.ended.value < 2 { try await Task.sleep(for: .milliseconds(1)) }
        #expect(source.ended.value == 2)
        #expect(page.failures.isEmpty)
    }

    @Test func `what a component has under way ends with its session`() {
        for event in ["tick", "listen", "fetch"] { page.click(event, ["value": "late"], in: 1) }
        page.click("enter", ["value": "Ada"], in: 1)
        page.send(.leave)
        #expect(engine.clock.nextDeadline == nil)
        #expect(engine.shared.pubSub.isEmpty)
        #expect(engine.shared.presences.isEmpty)
    }

    @Test func `a handler that fails has started nothing`() {
        page.click("tickThenThrow", in: 1)
        #expect(engine.clock.nextDeadline == nil)
        #expect(page.failures == [#"component Ticker "a": event "tickThenThrow": Broken()"#])
    }

    @Test func `a session is in a room once, as the last of its parts has said`() {
        page.click("enter", ["value": "page"])
        page.click("enter", ["value": "first"], in: 1)
        page.click("enter", ["value": "second"], in: 2)
        #expect(names == ["second"])
        page.click("leave", in: 1)
        #expect(names == ["second"])
        page.click("leave", in: 2)
        #expect(names == [])
    }
}
