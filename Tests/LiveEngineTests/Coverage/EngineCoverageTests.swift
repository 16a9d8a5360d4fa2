import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

@Suite("Coverage of views")
struct EngineCoverageTests {
    /// A component with an event and an info of its own.
    private struct Lamp: LiveComponent {
        struct Context: LiveContext {}
        enum Event: String, Decodable, CaseIterable, Sendable { case on, off }
        enum Info: Sendable { case burnt }

        func handle(_ event: Event, _ socket: inout Socket) {
            if event == .off { socket.send(.switchedOff(by: "lamp"), toParent: Room.self) }
        }
        func handleInfo(_ info: Info, _ socket: inout Socket) {}
        func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered { "<i>lamp</i>" }
    }

    private struct Room: LiveView {
        struct Context: LiveContext {}
        struct Failure: Error {}
        enum Event: Decodable, Sendable {
            case openDoor(wide: Bool)
            case burn
            case fall
            case never
        }
        enum Info: Sendable {
            case switchedOff(by: String)
            case dark
        }

        func handle(_ event: Event, _ socket: inout Socket) throws {
            switch event {
            case .openDoor, .never: break
            case .burn: socket.send(.burnt, to: Lamp.self, id: "a")
            case .fall: throw Failure()
            }
        }
        func handleInfo(_ info: Info, _ socket: inout Socket) {}
        func render(_ context: Context, _ meta: Meta) -> Rendered { "<p>\(component(Lamp(), id: "a"))</p>" }
    }

    private struct Dynamic: LiveView {
        struct Context: LiveContext {}
        typealias Info = String
        func handleEvent(_ name: String, _ payload: Payload, _ socket: inout Socket) {}
        func handleInfo(_ info: String, _ socket: inout Socket) {}
        func render(_ context: Context, _ meta: Meta) -> Rendered { "" }
    }

    private static let routes = Routes {
        Route("/room/:door", "A room") { Room() }
        Route("/room") { Room() }
        Route("/dynamic") { Dynamic() }
    }

    private let coverage = EngineCoverage(routes: routes)

    private func page(_ url: String) -> TestPage {
        TestPage(on: Engine(routes: Self.routes, clock: VirtualClock(), coverage: coverage), url)
    }

    private func words(_ names: [HandlerCoverage.Name]?) -> [String] {
        (names ?? []).map { ($0.isHandled ? "+" : "-") + $0.name }
    }

    @Test func `Of a view of a route all is known, though nobody opened it`() {
        let handlers = coverage.handlers
        #expect(handlers.map(\.type) == ["Room", "Dynamic"])
        #expect(words(handlers.first?.events) == ["-openDoor", "-burn", "-fall", "-never"])
        #expect(words(handlers.first?.infos) == ["-switchedOff", "-dark"])
        #expect(words(handlers.last?.events) == [])
        #expect(words(handlers.last?.infos) == ["-String"])
        #expect(coverage.routeList.map(\.isOpened) == [false, false, false])
    }

    @Test func `Routes that were opened are noted by their paths`() {
        _ = page("/room/7")
        #expect(coverage.routeList.map(\.isOpened) == [true, false, false])
        #expect(coverage.place(of: "/room/9?a=b")?.path == "/room/:door")
        #expect(coverage.place(of: "/nowhere") == nil)
    }

    @Test func `An event counts when its handler ran, even if that failed, under the name of its case`() {
        let page = page("/room")
        page.click("open-door", ["wide": "1"])
        page.click("fall")
        page.click("nonsense")
        page.click("lv:clear-flash")
        let room = coverage.handlers.first
        #expect(words(room?.events) == ["+openDoor", "-burn", "+fall", "-never"])
        #expect(room?.hasOpenEvents == false)
    }

    @Test func `An event that cannot be read was not handled`() {
        page("/room").click("open_door", ["wide": "perhaps"])
        #expect(words(coverage.handlers.first?.events).first == "-openDoor")
    }

    @Test func `Components, and what is sent between handlers, are noted`() {
        let page = page("/room")
        page.click("off", in: 1)
        page.click("burn")
        let handlers = coverage.handlers
        #expect(handlers.map(\.type) == ["Room", "Dynamic", "Lamp"])
        #expect(words(handlers.last?.events) == ["-on", "+off"])
        #expect(words(handlers.last?.infos) == ["+burnt"])
        #expect(words(handlers.first?.infos) == ["+switchedOff", "-dark"])
    }

    @Test func `Of a view that takes events by their names those are known that came`() {
        let page = page("/dynamic")
        page.click("b")
        page.click("a")
        let dynamic = coverage.handlers.last
        #expect(words(dynamic?.events) == ["+a", "+b"])
        #expect(dynamic?.hasOpenEvents == true)
    }
}
