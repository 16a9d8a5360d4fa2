import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

/// What ends with a session, whichever way it ends; and what servers get wrong when clients come back (see
/// Coverage.md).
@Suite("The life of sessions")
struct SessionLifeTests {
    static let news = Topic<Int>("news")
    static let room = PresenceRoom<String>("room")

    /// Starts one of everything, and has a view nested in it that does so too.
    struct House: LiveView {
        struct Context: LiveContext { var count = 0 }
        enum Event: Decodable, Sendable { case navigate, redirect, crash, schedule }
        enum Info: Sendable { case tick, news(Int) }

        let name: String
        let ended: EndLog
        var hasLodger = true

        func mount(_ params: Params, _ socket: inout Socket) throws {
            socket.schedule(.tick, every: .seconds(1))
            socket.subscribe(news) { .news($0) }
            socket.track(in: room, as: name)
            socket.startTask("sleep") {
                try await Task.sleep(for: .seconds(3_600))
            } then: { _ in
                .tick
            }
            socket.pushEvent("mounted")
            if params["throw"] != nil { throw CancellationError() }
        }

        func handle(_ event: Event, _ socket: inout Socket) throws {
            switch event {
            case .navigate: socket.pushNavigate(to: "/other")
            case .redirect: socket.redirect(to: "/other")
            case .crash: throw SessionCrash("burnt down")
            case .schedule: socket.schedule(.tick, every: .seconds(1))
            }
        }

        func handleInfo(_ info: Info, _ socket: inout Socket) {
            switch info {
            case .tick: socket.context.count += 1
            case .news(let number): socket.context.count += number
            }
        }

        func unmount(_ socket: inout Socket) { ended.note(name) }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            """
            \(context.count)\
            \(hasLodger ? liveView(House(name: "lodger", ended: ended, hasLodger: false), id: "lodger") : nil)
            """
        }
    }

    enum WayOut: CaseIterable { case leave, navigate, redirect, crash, joinedAnew, connectionClosed }

    let ended = EndLog()
    let engine: Engine

    init() {
        let ended = self.ended
        engine = Engine(
            routes: Routes {
                Route("/") { House(name: "host", ended: ended) }
                Route("/other") { House(name: "other", ended: ended, hasLodger: false) }
            }, clock: VirtualClock())
    }

    private var isAtRest: Bool {
        engine.clock.nextDeadline == nil && engine.shared.pubSub.isEmpty && engine.shared.presences.isEmpty
    }

    @Test(
        "Every way out ends all that the view and those nested in it started, and unmounts each once",
        arguments: WayOut.allCases)
    func wayOut(_ way: WayOut) throws {
        weak var session: LiveSession?
        weak var lodger: LiveSession?
        do {
            let page = TestFamily(on: engine)
            page.joinAll()
            let connection = try #require(page.transport as? Connection)
            session = connection.session(of: "lv:phx-main")
            lodger = connection.session(of: "lv:lodger")
            #expect(session != nil && lodger != nil)
            switch way {
            case .leave: page.send(.leave, to: "phx-main")
            case .navigate: page.click("navigate")
            case .redirect: page.click("redirect")
            case .crash: page.click("crash")
            case .joinedAnew:
                page.join("phx-main", .url("/other"), session: TestFamily.session)
                #expect(ended.entries == ["lodger", "host"])
                page.send(.leave, to: "phx-main")
            case .connectionClosed: break
            }
            if way != .connectionClosed { #expect(isAtRest && !page.transport.isWorking) }
        }
        #expect(isAtRest)
        #expect(session == nil && lodger == nil)
        #expect(ended.entries.filter { $0 == "host" }.count == 1)
        #expect(ended.entries.filter { $0 == "lodger" }.count == 1)
    }

    @Test("A mount that throws leaves nothing, and is not unmounted")
    func failedMount() {
        let page = TestFamily(on: engine, at: "/?throw=1")
        #expect(page.inspection("phx-main") == nil)
        #expect(isAtRest)
        #expect(ended.entries == [])
    }

    @Test("Ten thousand sessions in five thousand families opened and closed leave nothing behind")
    func manyFamilies() {
        for round in 0..<5_000 {
            let page = TestFamily(on: engine)
            page.joinAll()
            if round.isMultiple(of: 3) { page.send(.leave, to: "phx-main") }
            if round % 3 == 1 { page.click("navigate") }
        }
        #expect(isAtRest)
        #expect(ended.entries.count == 10_000)
    }

    // MARK: What pyview gets wrong

    @Test("navigation leak: the second view ends with its connection, as the first did with the navigation")
    func navigationLeak() {
        do {
            let page = TestFamily(on: engine)
            page.click("navigate")
            page.join("phx-main", .redirect("/other"), session: TestFamily.session)
            #expect(ended.entries == ["host"])
            #expect(!isAtRest)
        }
        #expect(isAtRest)
        #expect(ended.entries == ["host", "other"])
    }

    @Test("reconnect with the same topic: while the old connection is open, and after it has closed, the new one works")
    func reconnect() {
        var old: TestFamily? = TestFamily(on: engine, at: "/other")
        let new = TestFamily(on: engine, at: "/other")
        new.advance(by: .seconds(2))
        old?.receive()
        #expect(old?.html("phx-main") == "2")
        #expect(new.html("phx-main") == "2")
        old = nil
        engine.broadcast(10, on: Self.news)
        new.advance(by: .seconds(1))
        #expect(new.html("phx-main") == "13")
        #expect(engine.shared.presences.members(of: Self.room.key).count == 1)
    }

    @Test("schedule_info: an equal info scheduled twice ticks twice")
    func equalInfos() {
        let page = TestFamily(on: engine, at: "/other")
        page.click("schedule")
        page.advance(by: .seconds(1))
        #expect(page.html("phx-main") == "2")
    }

    @Test("push_event: what mount pushes comes with the join")
    func eventsOfMount() {
        let page = TestFamily(on: engine)
        guard case .reply(.joined(let join))? = page.messages.first?.message else {
            Issue.record("not joined")
            return
        }
        #expect(join.rendered.events == [PushedEvent(name: "mounted", payload: [:])])
    }

    @Test("stale topic: a message for a topic that nobody has joined reaches no view")
    func staleTopic() {
        let page = TestFamily(on: engine)
        #expect(page.click("crash", on: "elsewhere")?.failure == "unmatched topic")
        #expect(page.inspection("phx-main") != nil)
    }

    @Test("stale topic: a message of an earlier join is dropped without an answer")
    func earlierJoin() {
        let page = TestFamily(on: engine)
        page.join("phx-main", .url("/"), session: TestFamily.session)
        page.transport.send(
            ClientFrame(
                joinReference: 1, reference: 99, topic: "lv:phx-main",
                message: .event(EventPush(type: "click", event: "crash"))))
        #expect(page.receive() == nil)
        #expect(page.inspection("phx-main") != nil)
    }

    @Test("after phx_leave a view answers no events")
    func afterLeave() {
        let page = TestFamily(on: engine)
        page.send(.leave, to: "phx-main")
        #expect(page.click("schedule")?.failure == "unmatched topic")
    }

    @Test("an unknown event is a failure that names the known ones, and the session goes on")
    func unknownEvent() {
        let page = TestFamily(on: engine)
        #expect(
            page.click("explode")?.failure
                == #"event "explode": the view has no such event; it has "navigate", "redirect", "crash", "schedule""#)
        #expect(page.inspection("phx-main") != nil)
    }
}
