import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

/// A view that writes down what it is told.
private struct ListenerView: LiveView {
    struct Context: LiveContext {
        var heard: [String] = []
    }

    enum Info: Decodable, Sendable {
        case tick
        case counted(n: Int, name: String?)
        case said(String)
        case fail
    }

    struct Loss: Error {}

    static let words = Topic<String>("words")
    static let points = Topic<Point>("points")
    static let dull = Topic<Dull>("dull")

    struct Point: Decodable, Sendable {
        var x: Int
        var y: Int
    }

    struct Dull: Sendable {}

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.subscribe(Self.words) { .said($0) }
        socket.subscribe(Self.points) { .counted(n: $0.x * $0.y, name: nil) }
        socket.subscribe(Self.dull) { _ in .tick }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) throws {
        if case .fail = info { throw Loss() }
        socket.context.heard.append("\(info)")
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        "\(context.heard.joined(separator: "; "))\(component(Ear(), id: "ear"))"
    }
}

private struct Ear: LiveComponent {
    struct Context: LiveContext {
        var heard = ""
    }

    typealias Info = String

    static func info(from message: JSONValue) throws -> String { "own \(message.json)" }

    func handleInfo(_ info: String, _ socket: inout Socket) { socket.context.heard = info }

    func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered { "<i>\(context.heard)</i>" }
}

private struct DeafView: LiveView {
    struct Context: LiveContext {}
    struct Info: Sendable {}
    func handleInfo(_ info: Info, _ socket: inout Socket) {}
    func render(_ context: Context, _ meta: Meta) -> Rendered { "" }
}

private struct SilentView: LiveView {
    struct Context: LiveContext {}
    func render(_ context: Context, _ meta: Meta) -> Rendered { "" }
}

@Suite struct ScriptTests {
    private func send(_ message: JSONValue, to page: TestPage, component: Int? = nil) throws {
        let transport = try #require(page.transport as? any Inspectable)
        try transport.send(message, toSession: "lv:phx-main", component: component)
        page.receive()
    }

    private func text(_ page: TestPage) -> String {
        page.html.replacing("&quot;", with: "\"").replacing("&#34;", with: "\"").replacing("&#39;", with: "'")
    }

    private func refusal(_ body: () throws -> Void) -> String {
        do {
            try body()
            return ""
        } catch {
            return "\(error)"
        }
    }

    static let messages: [(message: JSONValue, heard: String)] = [
        ("tick", "tick"), (["tick": [:]], "tick"), (["tick": .null], "tick"), (["kind": "tick"], "tick"),
        (["counted": ["n": 3]], "counted(n: 3, name: nil)"),
        (["kind": "counted", "n": "3", "name": "x"], #"counted(n: 3, name: Optional("x"))"#),
        (["said": "hello"], #"said("hello")"#),
    ]

    @Test(arguments: messages)
    func `A view is told what JSON says`(message: JSONValue, heard: String) throws {
        let page = TestPage(ListenerView())
        try send(message, to: page)
        #expect(text(page).hasPrefix(heard + "<i"), "\(page.html)")
    }

    static let mistakes: [(message: JSONValue, words: String)] = [
        ("tock", #"Info has no case "tock"; it has "tick", "counted", "said", "fail""#),
        (["counted": ["n": "x"]], #"the message is no Info: "n" must be an integer, got "x""#),
        (["a": 1, "b": 2], "which case of Info is meant? Write its name, { name: { … } }, or { kind: name, … }"),
        (3, "which case of Info is meant? Write its name, { name: { … } }, or { kind: name, … }"),
    ]

    @Test(arguments: mistakes)
    func `A message that is none says what to write`(message: JSONValue, words: String) {
        let page = TestPage(ListenerView())
        #expect(refusal { try send(message, to: page) } == words)
        #expect(page.html.hasPrefix("<i"))
    }

    @Test func `A view whose infos JSON cannot be made of says what to do`() {
        #expect(
            refusal { try send("x", to: TestPage(DeafView())) }
                == "DeafView takes Info, which JSON cannot be made of: make it Decodable, or define static func "
                + "info(from message: JSONValue) throws -> Info")
        #expect(refusal { try send("x", to: TestPage(SilentView())) } == "SilentView handles no infos: it has no Info")
    }

    @Test func `A component makes infos in its own way, and one that is not there takes none`() throws {
        let page = TestPage(ListenerView())
        try send(["a": 1], to: page, component: 1)
        #expect(text(page).contains(#"own {"a":1}"#), "\(page.html)")
        #expect(refusal { try send("x", to: page, component: 7) } == "the component is not there any more")
    }

    @Test func `A handler that fails is a failure as any other`() throws {
        let page = TestPage(ListenerView())
        try send("fail", to: page)
        #expect(page.failures.count == 1)
        #expect(page.failures.first?.hasPrefix("handleInfo: ") == true)
    }

    @Test func `A topic's subscribers get what its messages are`() throws {
        let page = TestPage(ListenerView())
        try page.engine.broadcast("good day", onTopic: "words")
        try page.engine.broadcast(["x": 2, "y": 4], onTopic: "points")
        page.receive()
        #expect(text(page).hasPrefix(#"said("good day"); counted(n: 8, name: nil)<i"#), "\(page.html)")
        #expect(
            refusal { try page.engine.broadcast("x", onTopic: "word") }
                == #"nobody is subscribed to the topic "word"; did you mean "words"?"#)
        #expect(
            refusal { try page.engine.broadcast(["x": 2], onTopic: "points") }
                == #"the message is no Point: "y" is missing; it must be an integer"#)
        #expect(
            refusal { try page.engine.broadcast("x", onTopic: "dull") }.hasPrefix(
                #"the topic "dull" takes Dull, which JSON cannot be made of"#))
    }

    @Test func `A session comes with the cookie that was made for it, and with no other`() throws {
        let engine = Engine(routes: Routes { Route("/") { SilentView() } }, clock: VirtualClock())
        let values: SessionValues = ["user": "Ada; \"1\"", "roles": ["a", 2, .null]]
        let cookie = try engine.cookie(ofSession: values)
        #expect(cookie.value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !";,\"\\".utf8.contains($0) })
        #expect(engine.sessionValues(in: [cookie.name: cookie.value]) == values)
        for value in ["", "visit.", "visit.[1]", "session.%7B%7D", cookie.value + "%"] {
            #expect(engine.sessionValues(in: [cookie.name: value]) == [:], "\(value)")
        }
        #expect(try engine.cookie(ofSession: [:]).lifetime == .zero)
    }

    static let addresses: [(view: String, params: KeyValuePairs<String, String>, address: String)] = [
        ("SilentView", [:], "/silent"), ("SilentView", ["q": "a b&c"], "/silent?q=a+b%26c"),
        ("ListenerView", ["id": "7", "name": "a/b c"], "/listen/7/a%2Fb%20c"),
    ]

    private let engine = Engine(
        routes: Routes {
            Route("/silent") { SilentView() }
            Route("/listen/:id(int)/:name") { ListenerView() }
            Route("/deaf") { DeafView() }
            Route("/deafer") { DeafView() }
        }, clock: VirtualClock())

    @Test(arguments: addresses)
    func `A view has an address by its name`(
        view: String, params: KeyValuePairs<String, String>, address: String
    ) throws {
        #expect(
            try engine.address(ofView: view, params: .init(uniqueKeysWithValues: params.map { $0 })) == address)
    }

    @Test func `A view that has no one address says why`() {
        func refusal(_ view: String, _ params: KeyValuePairs<String, String> = [:]) -> String {
            self.refusal {
                _ = try engine.address(ofView: view, params: .init(uniqueKeysWithValues: params.map { $0 }))
            }
        }
        #expect(refusal("SilenView") == #"there is no view "SilenView"; did you mean "SilentView"?"#)
        #expect(refusal("DeafView") == "DeafView is at several paths: /deaf, /deafer; open it by one of them")
        #expect(
            refusal("ListenerView", ["id": "1"]) == #"the path /listen/:id(int)/:name needs "name" in params"#)
        #expect(
            refusal("ListenerView", ["id": "x", "name": "y"])
                == "the params do not fit the path /listen/:id(int)/:name: /listen/x/y is no address of it")
    }
}
