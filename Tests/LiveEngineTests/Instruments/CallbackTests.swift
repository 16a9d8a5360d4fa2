import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

@Suite struct CallbackTests {
    private let time = ManualTime()
    private let recorder = SessionRecorder(wantsCallbacks: true)

    private struct Porter: MountHook {
        func onMount(_ params: Params, _ socket: inout HookSocket) {}
    }

    private func page() -> TestPage {
        let time = time
        let engine = Engine(
            routes: Routes { RouteGroup("house", onMount: [Porter()]) { Route("/") { LaborView(time: time) } } },
            clock: VirtualClock(), stopwatch: time.stopwatch, observer: recorder)
        return TestPage(on: engine, "/?a=1", session: TestFamily.session(in: "house"))
    }

    private func calls(after number: Int = 0) -> [String] {
        recorder.callbacks.traces(after: number).map { call in
            ["\(call.type).\(call.kind.rawValue)", call.name].compactMap { $0 }.joined(separator: " ")
        }
    }

    private var last: Int { recorder.callbacks.traces.last?.number ?? 0 }

    @Test func `each function that is called is told of, in order`() {
        let page = page()
        #expect(
            calls() == [
                "LaborView.onMount Porter", "LaborView.mount", "LaborView.handleParams", "LaborView.render",
                "Worker.mount", "Worker.update", "Worker.render",
            ])
        let before = last
        page.click("work", ["seconds": 2])
        page.click("work", ["seconds": 1], in: 1)
        page.advance(by: .seconds(1))
        #expect(
            calls(after: before) == [
                "LaborView.handleEvent work", "LaborView.render", "Worker.handleEvent work", "Worker.render",
                "Worker.handleInfo tick", "Worker.render",
            ])
    }

    @Test func `a call tells what was given, what it took and how it ended`() throws {
        let page = page()
        let params = try #require(recorder.callbacks.traces.first { $0.kind == .params })
        #expect(params.arguments.json == ["url": "/?a=1", "values": ["a": "1"]])
        page.click("work", ["seconds": 2])
        page.click("fail")
        page.click("later", ["seconds": 1])
        page.advance(by: .zero)
        let events = recorder.callbacks.traces.filter { $0.kind == .event }
        #expect(events.map(\.name) == ["work", "fail", "later"])
        #expect(events[0].arguments.json == ["seconds": 2])
        #expect(events.map(\.duration) == [.seconds(2), .zero, .zero])
        #expect(events.map(\.failure) == [nil, "Broken()", nil])
        let info = try #require(recorder.callbacks.traces.first { $0.kind == .info })
        #expect(info.name == "work")
        #expect(info.duration == .seconds(1))
        #expect(info.part == events[0].part)
        #expect(info.arguments.json == "work(seconds: 1)")
        #expect(recorder.callbacks.traces.first { $0.type == "Worker" }?.part.component == 1)
    }

    @Test func `who does not want to know is told of nothing`() {
        let recorder = SessionRecorder()
        let engine = Engine(
            routes: Routes([Route("/") { Workshop() }]), clock: VirtualClock(), observer: recorder)
        let page = TestPage(on: engine)
        page.click("rename", ["name": "Ada"])
        #expect(engine.services.instruments?.callbacks == nil)
        #expect(recorder.callbacks.traces.isEmpty)
        #expect(recorder.take().count == 2)
    }

    @Test func `an info tells where it comes from`() async throws {
        let page = page()
        page.click("work", ["seconds": 0], in: 1)
        page.click("later", ["seconds": 0])
        page.advance(by: .seconds(1))
        let infos = recorder.take().filter { if case .info = $0.happening { true } else { false } }
        #expect(infos.map(\.source) == [.message, .timer])
    }

    @Test func `a view that is over can be looked at, with why it is over`() throws {
        struct Fuse: LiveView {
            struct Context: LiveContext { var charge = 0 }
            enum Event: Decodable, Sendable { case load, blow, go }
            func handle(_ event: Event, _ socket: inout Socket) throws {
                switch event {
                case .load: socket.context.charge += 1
                case .blow: throw SessionCrash("it blew")
                case .go: socket.pushNavigate(to: "/elsewhere")
                }
            }
            func render(_ context: Context, _ meta: Meta) -> Rendered { "<p>\(context.charge)</p>" }
        }
        let engine = Engine(routes: Routes([Route("/") { Fuse() }]), clock: VirtualClock(), observer: recorder)
        let ends: [(String?, EndedView.Reason)] = [
            ("blow", .crashed(#"event "blow": it blew"#)), ("go", .left(to: "/elsewhere")), (nil, .closed),
        ]
        for (event, reason) in ends {
            let page = TestPage(on: engine)
            page.click("load")
            if let event { page.click(event) } else { page.send(.leave) }
            let ended = try #require(recorder.endedViews.last)
            #expect(ended.reason == reason)
            #expect(ended.part.type == "Fuse")
            #expect(ended.page.inspect(ended.part.id)?.context == ["charge": 1])
        }
        #expect(recorder.endedViews.count == 3)
    }

    @Test func `views that are over are kept up to a number`() {
        let engine = Engine(routes: Routes([Route("/") { Workshop() }]), clock: VirtualClock(), observer: recorder)
        for _ in 0..<20 { TestPage(on: engine).send(.leave) }
        #expect(recorder.endedViews.count == 16)
    }
}
