import LiveProtocol
import Testing

@testable import LiveEngine

@Suite("Messages between sessions")
struct TopicTests {
    private func engine(mailboxLimit: Int = 10_000) -> Engine {
        var limits = SessionLimits()
        limits.waitingInfos = mailboxLimit
        return Engine(routes: Routes([Route("/", "") { ChatView() }]), clock: VirtualClock(), limits: limits)
    }

    @Test("A message reaches all subscribers, the sender after its own reply")
    func broadcast() {
        let engine = engine()
        let (first, second) = (TestPage(on: engine), TestPage(on: engine))
        let silent = TestPage(on: engine, "/?silent=1")
        first.messages = []
        first.click("say", ["value": "hello"])
        #expect(first.messages.count == 2)
        if case .reply(.handled(nil))? = first.messages.first {} else { Issue.record("the reply must come first") }
        for page in [second, silent] { page.receive() }
        #expect([first.html, second.html, silent.html] == ["hello", "hello", ""])
    }

    @Test("A message to the others does not come back to the sender")
    func broadcastFrom() {
        let engine = engine()
        let (first, second) = (TestPage(on: engine), TestPage(on: engine))
        first.click("tellOthers", ["value": "psst"])
        second.receive()
        #expect([first.html, second.html] == ["", "psst"])
    }

    @Test("Messages come in order of sending, and before events that come later")
    func order() {
        let engine = engine()
        let (first, second) = (TestPage(on: engine), TestPage(on: engine))
        for word in ["a", "b", "c"] { first.click("say", ["value": .string(word)]) }
        second.click("note", ["value": "d"])
        #expect([first.html, second.html] == ["a b c", "a b c d"])
    }

    @Test("Subscribing again reads messages in the new way, once; unsubscribing ends them")
    func subscribing() {
        let page = TestPage(on: engine())
        page.click("listenLoudly")
        page.click("say", ["value": "one"])
        #expect(page.html == "ONE")
        page.click("stop")
        page.click("say", ["value": "two"])
        #expect(page.html == "ONE")
        page.click("listen")
        page.click("say", ["value": "three"])
        #expect(page.html == "ONE three")
    }

    @Test("What a handler that fails has asked for is not done", arguments: ["sayThenThrow", "sayThenFailRender"])
    func failing(event: String) {
        let engine = engine()
        let (first, second) = (TestPage(on: engine), TestPage(on: engine))
        first.click(event, ["value": "never"])
        first.click("say", ["value": "yes"])
        second.receive()
        #expect([first.html, second.html] == ["yes", "yes"])
    }

    @Test("A message that cannot be handled is a failure of that session only")
    func failingToHear() {
        let engine = engine()
        let (first, second) = (TestPage(on: engine), TestPage(on: engine, "/?silent=1"))
        second.click("say", ["value": "crash"])
        second.click("say", ["value": "on"])
        first.receive()
        #expect(first.html == "on")
        #expect(first.failures == ["handleInfo: Broken()"])
        #expect(second.failures.isEmpty)
    }

    @Test("A message sent while mounting comes after the join")
    func mounting() {
        let page = TestPage(on: engine(), "/?say=hello")
        #expect(page.messages.count == 2)
        #expect(page.html == "hello")
    }

    @Test("Infos to oneself are handled one by one, each with a change of its own")
    func toMyself() {
        let page = TestPage(on: engine())
        page.messages = []
        page.click("toMyself", ["value": 3])
        #expect(page.html == "3 2 1 0")
        #expect(page.messages.count == 5)
    }

    @Test("A session that leaves has spoken, and hears no more")
    func leaving() {
        let engine = engine()
        let (first, second) = (TestPage(on: engine), TestPage(on: engine))
        first.click("sayAndLeave", ["value": "bye"])
        second.receive()
        #expect([first.html, second.html] == ["", "bye"])
        second.send(.leave)
        #expect(engine.shared.pubSub.isEmpty)
    }

    @Test("A message from outside wakes each connection once, until it looks")
    func waking() {
        let engine = engine()
        let page = TestPage(on: engine)
        let count = Counter()
        page.transport.onActivity = { count.increase() }
        engine.broadcast("one", on: ChatView.room)
        engine.broadcast("two", on: ChatView.room)
        #expect(count.value == 1)
        #expect(page.transport.isWorking)
        page.receive()
        #expect(page.html == "one two")
        #expect(!page.transport.isWorking)
        engine.broadcast("three", on: ChatView.room)
        #expect(count.value == 2)
    }

    @Test("Topics of the same name with other messages are other topics")
    func types() {
        let engine = engine()
        let page = TestPage(on: engine)
        engine.broadcast(7, on: Topic<Int>("room"))
        engine.broadcast("seven", on: Topic<String>("room"))
        page.receive()
        #expect(page.html == "seven")
        #expect(page.failures.isEmpty)
    }

    @Test("A full mailbox drops what is new, and says so")
    func overflow() {
        let engine = engine(mailboxLimit: 3)
        let page = TestPage(on: engine)
        for word in ["a", "b", "c", "d", "e"] { engine.broadcast(word, on: ChatView.room) }
        page.receive()
        engine.broadcast("f", on: ChatView.room)
        page.receive()
        #expect(page.html == "a b c f")
        #expect(
            page.failures == [
                "mailbox: 2 infos were dropped, since 3 were waiting already; send fewer, or larger ones"
            ])
    }

    @Test("Infos that send one another for ever without a change do not hold the client up")
    func endless() {
        let page = TestPage(on: engine())
        page.click("echo")
        #expect(page.failures.first?.hasPrefix("mailbox: 100000 infos in a row changed nothing") == true)
        page.click("note", ["value": "still here"])
        #expect(page.html == "still here")
    }
}
