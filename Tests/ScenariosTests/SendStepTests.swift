import LiveEngine
import LiveProtocol
import Markup
import Testing

/// A view that writes down what it is told, and rolls a die.
private struct ListenerView: LiveView {
    struct Context: LiveContext {
        var heard: [String] = []
        var rolls: [Int] = []
    }

    enum Event: Decodable, Sendable {
        case roll
    }

    enum Info: Decodable, Sendable {
        case tick
        case said(String)
        case fail
    }

    struct Loss: Error {}

    private static let words = Topic<String>("words")

    func mount(_ params: Params, _ socket: inout Socket) { socket.subscribe(Self.words) { .said($0) } }

    func handle(_ event: Event, _ socket: inout Socket) {
        socket.context.rolls.append(.random(in: 1...6, using: &socket.random))
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) throws {
        switch info {
        case .tick: socket.context.heard.append("tick")
        case .said(let word): socket.context.heard.append(word)
        case .fail: throw Loss()
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <p>Heard: \(context.heard.joined(separator: ", ")).</p>
        <button phx-click="roll">Roll</button><p>Rolls: \(context.rolls.map { "\($0)" }.joined(separator: ", ")).</p>
        \(component(EarComponent(), id: "ear"))
        """
    }
}

private struct EarComponent: LiveComponent {
    struct Context: LiveContext {
        var word = "nothing"
    }

    struct Info: Decodable, Sendable {
        var word: String
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) { socket.context.word = info.word }

    func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
        "<p id=\"ear\">The ear heard \(context.word).</p>"
    }
}

/// A view with another one in its page, at an address with values.
private struct HouseView: LiveView {
    struct Context: LiveContext {
        var number = 0
        var user = "nobody"
    }

    func mount(_ params: Params, _ socket: inout Socket) throws {
        socket.context.number = try params.value("number", as: Int.self)
        socket.context.user = socket.session["user"]?.string ?? "nobody"
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        "<h1>House \(context.number)</h1><p>\(context.user) is in.</p>\(liveView(ListenerView(), id: "listener"))"
    }
}

@Suite struct SendStepTests {
    private let views = ScenarioTrial {
        Route("/") { ListenerView() }
        Route("/house/:number(int)") { HouseView() }
    }

    @Test(
        arguments: [
            "- open: /\n- send: { message: tick }\n- expect: { text: Heard: tick., within: 0s }",
            "- open: /\n- send: { message: { said: hello } }\n- send: { message: { kind: tick } }\n- expect: \"Heard: hello, tick.\"",
            "- open: /\n- send: { message: { word: psst }, target: { css: \"#ear\" } }\n- expect: The ear heard psst.",
            "- open: /house/3\n- send: { message: tick, target: { text: Roll } }\n- expect: \"Heard: tick.\"",
            "- open: /\n- page: second\n- open: /\n- send: { topic: words, message: hi }\n- expect: \"Heard: hi.\"\n- page: first\n- expect: \"Heard: hi.\"",
            "- open: /house/3\n- push: { event: roll, target: { text: Roll } }\n- expect: { matches: \"Rolls: [1-6]\" }",
            "- open: { view: HouseView, params: { number: 7, from: \"a b\" } }\n- expect: { text: House 7, path: \"/house/7?from=a+b\" }",
            "- open: { path: /house/1, session: { user: Ada } }\n- expect: Ada is in.\n- open: /house/2\n- expect: Ada is in.\n- open: { path: /house/1, session: {} }\n- expect: nobody is in.",
            "- open: { path: /house/1, session: { user: Ada }, connect: false }\n- expect: Ada is in.",
            "- open: { view: ListenerView, connect: false }\n- expect: { path: / }",
            "- open: /\n- send: { message: fail }\n- expect: { refused: Loss }",
        ])
    func `What is sent past the page arrives`(steps: String) throws {
        let steps = steps.replacing("text: Heard: tick.", with: "text: \"Heard: tick.\"")
        let report = try views.report(steps)
        #expect(report.hasPrefix("1 passed, 0 failed"), "\(report)")
    }

    @Test(
        arguments: [
            ("- open: /\n- send: { message: tock }", #"Info has no case "tock"; it has "tick", "said", "fail""#),
            ("- open: /house/1\n- send: { message: tick }", "HouseView handles no infos: it has no Info"),
            (
                "- open: /\n- send: { message: tick, target: { text: Roll } }",
                "{ text: Roll } lies in no component and no nested view"
            ),
            (
                "- open: /\n- send: { topic: word, message: hi }",
                #"nobody is subscribed to the topic "word"; did you mean "words"?"#
            ),
            ("- open: /\n- connection: down\n- send: { message: tick }", "the page has no session in this process"),
            (
                "- open: { path: /, session: { a: \"\(String(repeating: "x", count: 5000))\" } }",
                "the session is too long for a cookie"
            ),
            ("- open: { view: HousView }", #"there is no view "HousView"; did you mean "HouseView"?"#),
            ("- open: { view: HouseView }", #"the path /house/:number(int) needs "number" in params"#),
            ("- open: /\n- send: { message: fail }\n- expect: Heard", "handleInfo: "),
        ])
    func `What cannot be sent or opened says why`(steps: String, words: String) throws {
        let report = try views.report(steps)
        #expect(report.contains(words) && report.contains("0 passed, 1 failed"), "\(report)")
    }

    @Test(
        arguments: [
            ("send: { topic: a }", "message"), ("send: { message: a, topic: b, target: c }", "takes only one of"),
            ("open: { path: /, view: HouseView }", "takes only one of"), ("open: { params: { a: b } }", "view"),
            ("open: { connect: true }", "needs one of"),
        ])
    func `What does not go together is told before anything runs`(step: String, words: String) {
        let problems = views.problems("- " + step)
        #expect(problems.contains("trial.yaml:3:") && problems.contains(words), "\(problems)")
    }

    @Test func `A seed makes chance the same in each run`() throws {
        func rolls(_ seed: Int) throws -> String {
            let steps = "- open: /\n" + String(repeating: "- click: Roll\n", count: 8) + "- dump: frame"
            let trial = seed == 0 ? views : views.header("seed: \(seed)")
            return try trial.results(steps).flatMap(\.dumps).map(\.text).joined()
        }
        #expect(try rolls(4) == rolls(4))
        #expect(try rolls(0) == rolls(0))
        #expect(try Set([rolls(0), rolls(1), rolls(2), rolls(3)]).count > 1)
    }

    @Test func `With a real clock steps wait as long as it takes`() throws {
        let page = ScenarioTrial(html: "<button phx-click=\"a\">A</button>").header("clock: real")
        let start = ContinuousClock.now
        let report = try page.report(
            """
            - open: /
            - advance: 30ms
            - click: A
            - expect: { pushed: { event: a }, within: 0s }
            - expect: { absent: B, for: 20ms }
            """)
        #expect(report.contains("\n1 passed, 0 failed in "), "\(report)")
        let waits =
            #/waited:\n  trial\.yaml:5:5: advance: 30ms: [0-9.]+ ms for .*\n  trial\.yaml:8:5: expect: .*: [0-9.]+ ms for /#
        #expect(try waits.prefixMatch(in: report) != nil, "\(report)")
        #expect(ContinuousClock.now - start >= .milliseconds(50))
        let late = try page.report("- open: /\n- expect: { text: B, within: 20ms }")
        #expect(late.contains("after waiting 20ms"), "\(late)")
        #expect(page.header("x: y").problems("- open: /").contains("unknown key \"x\""))
    }
}
