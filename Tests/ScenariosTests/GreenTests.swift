import LiveEngine
import LiveProtocol
import Markup
import Scenarios
import Templates
import Testing

/// What must not pass: each case here was green once though nothing was done that it asks for.
@Suite("Green means good")
struct GreenTests {
    /// Runs steps over a view with mistakes of every kind, and gives the report.
    private func report(
        _ steps: String, header: String = "", lint: [String: String] = [:]
    ) throws -> String {
        let text = "scenario: Mistakes\n\(header)steps:\n\(steps)\n"
        let read = ScenarioReader().read(text: text, path: "mistakes.yaml")
        let scenario = try #require(read.scenario, "\(ProblemPrinter(sources: read.sources).print(read.problems))")
        let runner = ScenarioRunner { clock, observer in
            Engine(
                routes: Routes {
                    Route("/", "Mistakes") { MistakesView() }
                    Route("/box", "Box") { PageView(html: Self.box) }
                    Route("/broken", "Broken") { BrokenView() }
                    Route("/template", "Template") { BrokenTemplateView() }
                }, clock: clock, observer: observer)
        }
        var report = ScenarioReport()
        for result in runner.run(scenario) { _ = report.add(result) }
        return report.ending
    }

    private static let box = """
        <form phx-change="validate"><input type="hidden" name="user[admin]" value="false">
        <label><input type="checkbox" name="user[admin]" value="true"> Admin</label>
        <label>Name <input name="user[name]"></label>
        <input type="hidden" name="tags[]" value="a"><input type="hidden" name="tags[]" value="b"></form>
        """

    @Test(
        "what a view refuses or fails at fails the step that brought it about, in a sentence of its own",
        arguments: [
            ("- open: /nowhere", 3, "no-view: no view answers /nowhere (status 404)"),
            (
                "- open: https://example.org/", 3,
                "no view answers https://example.org/: the views are under http://localhost"
            ),
            ("- open: //example.org/", 3, "no view answers //example.org/"),
            ("- open: mailto:ada@example.org", 3, "no view answers mailto:ada@example.org"),
            ("- open: /broken", 3, "join: the view BrokenView cannot be shown: mount: out of order"),
            (
                "- open: /template", 3,
                "failed-template: a template of BrokenTemplateView failed: render: no template named \"nowhere.html\""
            ),
            (
                "- open: /\n- push: { event: nosuch }", 4,
                "failed-push: the view MistakesView refused what was pushed: event \"nosuch\""
            ),
            (
                "- open: /\n- click: Explode", 4,
                "failed-push: the view MistakesView refused what was pushed: event \"explode\": boom"
            ),
            (
                "- open: /\n- click: Later\n- advance: 2s", 5,
                "failed-info: the view MistakesView failed at what came to it: handleInfo: too late"
            ),
            ("- open: /\n- click: Later\n- expect: { text: never, within: 2s }", 5, "besides: failed-info"),
            ("- open: /\n- click: Explode\n- expect: Calm", 4, "failed-push"),
            ("- open: /\n- group: { name: Deep, steps: [{ click: Explode }] }\n- expect: Calm", 4, "failed-push"),
        ])
    func failing(steps: String, line: Int, words: String) throws {
        let text = try report(steps.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
        #expect(text.contains("mistakes.yaml:\(line):"), "\(text)")
        #expect(text.contains(words), "\(text)")
        #expect(text.contains("0 passed, 1 failed"), "\(text)")
    }

    @Test(
        "what the next step expects fails nothing",
        arguments: [
            "- click: Explode\n- expect: { refused: boom }",
            "- click: Explode\n- dump: html\n- expect: { refused: boom }",
            "- click: Explode\n- expect: { refused: boom }\n- expect: Calm",
            "- click: Later\n- expect: { refused: too late, within: 2s }",
            "- push: { event: nosuch }\n- expect: { refused: [refused, nosuch] }",
        ])
    func pardoned(steps: String) throws {
        let text = try report("  - open: /\n" + steps.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
        #expect(text.contains("1 passed, 0 failed"), "\(text)")
    }

    @Test(
        "an expectation of a refusal that says something else, or that nothing brought about, fails",
        arguments: [
            ("- expect: { refused: boom, within: 0s }", "nothing was refused, and nothing failed"),
            ("- click: Explode\n  - expect: { refused: quiet, within: 0s }", "event \"explode\": boom"),
        ])
    func wrongPardon(steps: String, words: String) throws {
        let text = try report("  - open: /\n  \(steps)")
        #expect(text.contains("wanted  a refusal or failure that says"))
        #expect(text.contains(words), "\(text)")
        #expect(text.contains("0 passed, 1 failed"), "\(text)")
    }

    @Test(
        "paths are opened however they are written",
        arguments: ["/box", "box", "http://localhost/box", "/box?a=b:c", "/box#a:b"])
    func paths(path: String) throws {
        #expect(try report("  - open: \"\(path)\"\n  - expect: Admin").contains("1 passed"))
    }

    @Test("a header may lower a rule: warn tells of it, ignore does not")
    func lowered() throws {
        let warned = try report("  - open: /\n  - click: Explode", header: "lint: { failed-push: warn }\n")
        #expect(warned.contains("mistakes.yaml:5:5: click: Explode\n  warning: failed-push: "), "\(warned)")
        #expect(warned.contains("1 passed, 0 failed"))
        let ignored = try report("  - open: /\n  - click: Explode", header: "lint: { failed-push: ignore }\n")
        #expect(ignored.hasPrefix("1 passed, 0 failed"), "\(ignored)")
    }

    @Test("findings are not lost where very much happens in one step")
    func flood() throws {
        let text = try report(
            "  - open: /\n  - click: Explode\n  - expect: { refused: boom }\n  - press: { key: x, times: 1000 }\n  - click: Explode"
        )
        #expect(text.contains("mistakes.yaml:7:5: click: Explode"), "\(text)")
    }

    @Test(
        "a form's payload is what a server reads",
        arguments: [
            ("{ \"user[admin]\": \"true\" }", true), ("{ \"user[admin]\": \"false\" }", false),
            ("{ user: { admin: \"true\" } }", true), ("{ user: { admin: \"false\" } }", false),
            ("{ \"tags[]\": [a, b] }", true), ("{ tags: [a, b] }", true), ("{ tags: [a] }", false),
            ("{ \"tags[]\": b }", false), ("{ \"user[nobody]\": \"true\" }", false),
            ("{ _target: [user, admin] }", true),
        ])
    func formPayload(payload: String, fits: Bool) throws {
        let text = try report(
            "  - open: /box\n  - check: Admin\n  - expect: { pushed: { event: validate, payload: \(payload) }, within: 0s }"
        )
        #expect(text.contains(fits ? "1 passed" : "0 passed, 1 failed"), "\(text)")
    }

    @Test(
        "a step before anything is open says so",
        arguments: [
            "expect: { absent: x }", "click: Save", "snapshot: x", "push: { event: e }", "page: second\n  - expect: x",
        ])
    func nothingOpen(step: String) throws {
        let text = try report("  - \(step)")
        #expect(text.contains("nothing is open yet"), "\(text)")
        #expect(text.contains("0 passed, 1 failed"))
        #expect(
            try report("  - resize: 40x12\n  - \(step.hasPrefix("page") ? "advance: 1s" : "open: /")").contains(
                "1 passed"))
    }

    @Test(
        "a wait in vain tells how long it was, and why not longer",
        arguments: [
            ("advance: 1s\n  - expect: never", "waited no time: nothing was due that could change it"),
            ("expect: { text: never, within: 5s }", "after waiting 3s of virtual time; nothing more was due"),
            (
                "expect: { text: never, within: 2s }",
                "after waiting 1ms of virtual time; the next thing is due 3s after the start, and 2s is how long is waited"
            ),
            ("click: Nothing", "the next thing is due 3s after the start, and 1s is how long is waited"),
        ])
    func waits(step: String, words: String) throws {
        let start = words.hasPrefix("waited") ? "" : "  - click: Soon\n"
        let text = try report("  - open: /\n\(start)  - \(step)")
        #expect(text.contains(words), "\(text)")
    }
}

/// A view that fails in many ways.
private struct MistakesView: LiveView {
    struct Context: LiveContext { var said = "Calm" }

    enum Event: Decodable, Sendable {
        case explode, later, soon
    }

    enum Info: Sendable { case late, soon }

    struct Failure: Error, CustomStringConvertible { let description: String }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .explode: throw Failure(description: "boom")
        case .later: socket.scheduleOnce(.late, after: .seconds(1))
        case .soon: socket.scheduleOnce(.soon, after: .seconds(3))
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) throws {
        switch info {
        case .late: throw Failure(description: "too late")
        case .soon: socket.context.said = "Done"
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <p>\(context.said)</p><button phx-click="explode">Explode</button><button phx-click="later">Later</button>
        <button phx-click="soon">Soon</button>
        """
    }
}

private struct BrokenView: LiveView {
    struct Context: LiveContext {}
    struct OutOfOrder: Error, CustomStringConvertible { let description = "out of order" }

    func mount(_ params: Params, _ socket: inout Socket) throws { throw OutOfOrder() }
    func render(_ context: Context, _ meta: Meta) -> Rendered { "" }
}

private struct BrokenTemplateView: TemplateView {
    struct Context: LiveContext {}
    static let templates = TemplateLibrary(folder: "/nowhere")
    static let template = "nowhere.html"
}
