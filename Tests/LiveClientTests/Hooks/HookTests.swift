import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite("Hooks")
struct HookTests {
    /// What a hook heard.
    private final class Calls {
        var names: [String] = []
    }

    private final class Scribe: ClientHook {
        let calls: Calls
        let start: (HookContext) -> Void

        init(_ calls: Calls, start: @escaping (HookContext) -> Void = { _ in }) {
            self.calls = calls
            self.start = start
        }

        func mounted(_ context: HookContext) {
            calls.names.append("mounted")
            start(context)
        }
        func beforeUpdate(_ context: HookContext) { calls.names.append("before \(context.text)") }
        func updated(_ context: HookContext) { calls.names.append("updated \(context.text)") }
        func destroyed(_ context: HookContext) { calls.names.append("destroyed") }
        func disconnected(_ context: HookContext) { calls.names.append("disconnected") }
        func reconnected(_ context: HookContext) { calls.names.append("reconnected") }
    }

    private func page(
        _ html: String, start: @escaping (HookContext) -> Void = { _ in }
    ) throws -> (page: LivePage, calls: Calls) {
        let calls = Calls()
        let page = try LivePage(tree: LivePage.tree(html)) {
            $0.settings.hooks["Scribe"] = { Scribe(calls, start: start) }
        }
        return (page, calls)
    }

    private static let line = #"<p id="h" phx-hook="Scribe">1</p>"#

    @Test("A hook hears of its element's whole life, in order")
    func life() throws {
        let (page, calls) = try page(Self.line)
        try page.patch(#"<p id="h" phx-hook="Scribe">2</p>"#)
        try page.patch(#"<p id="h" phx-hook="Scribe">2</p><i></i>"#)
        page.rendered = try Diff(parsing: LivePage.tree(#"<p id="h" phx-hook="Scribe">2</p>"#))
        page.network.breakConnection()
        page.client.settle()
        page.advance(by: 10)
        try page.patch("")
        #expect(
            calls.names == ["mounted", "before 1", "updated 2", "disconnected", "reconnected", "destroyed"])
    }

    @Test("A hook that gets another name gives way to the other; one without a name is destroyed")
    func renamed() throws {
        let (page, calls) = try page(Self.line)
        page.client.settings.hooks["Other"] = { Quiet() }
        try page.patch(#"<p id="h" phx-hook="Other">1</p>"#)
        #expect(calls.names == ["mounted", "before 1", "destroyed"])
        try page.patch(#"<p id="h" phx-hook="Scribe">1</p>"#)
        try page.patch(#"<p id="h">1</p>"#)
        #expect(calls.names == ["mounted", "before 1", "destroyed", "mounted", "before 1", "destroyed"])
    }

    private final class Quiet: ClientHook {}

    @Test("On a page without views a hook is mounted, and no more")
    func deadPage() throws {
        let calls = Calls()
        let host = ScriptedHost(respond: { _ in PageResponse(html: Self.line) }, answer: { _ in nil })
        var settings = ClientSettings()
        settings.hooks["Scribe"] = { Scribe(calls) }
        let client = LiveClient(host: host, clock: VirtualClock(), settings: settings)
        client.open("/")
        client.settle()
        #expect(calls.names == ["mounted"])
    }

    @Test("A hook without an id, or without anybody who knows it, is told of")
    func mistakes() throws {
        let page = try LivePage(#"<p phx-hook="Scribe"></p><p id="x" phx-hook="Scrib"></p>"#)
        #expect(page.client.diagnostics.map(\.rule).contains(.missingID))
        #expect(page.client.diagnostics.map(\.rule).contains(.unknownHook))
    }

    @Test("A hook listens to what a person does to its element and in it")
    func listening() throws {
        let calls = Calls()
        let (page, _) = try page(
            #"<div id="h" phx-hook="Scribe"><input id="i"><button id="b">x</button></div><input id="o">"#
        ) { context in
            for event in [ElementEvent.input, .click, .focus, .blur] {
                context.listen(to: event) { calls.names.append("\(event)") }
            }
        }
        try page.type("a", into: "#i")
        try page.type("a", into: "#o")
        try page.click("#b")
        #expect(calls.names == ["focus", "input", "blur", "focus", "click"])
    }

    @Test("A hook writes text, types, and runs commands on its element; what waits ends with the element")
    func doing() throws {
        let (page, _) = try page(#"<input id="h" phx-hook="Scribe" data-limit="3"><output id="o">-</output>"#) {
            context in
            context.setText("at most \(context["data-limit"] ?? "")", ofElement: "o")
            context.run(#"[["add_class",{"names":["busy"]}]]"#)
            context.after(.seconds(1)) { context.setValue("late at \(context.now)") }
            context.after(.seconds(3)) { context.setText("never", ofElement: "o") }
        }
        #expect(try page.text("#o") == "at most 3")
        #expect(try page.classes("#h") == ["busy"])
        page.advance(by: 1_000)
        #expect(page.document.value(of: try page.element("#h")) == "late at 1.0 seconds")
        try page.patch(#"<output id="o">-</output>"#)
        page.advance(by: 5_000)
        #expect(try page.text("#o") == "-")
    }

    @Test("Pushes go to the view, to each match of a selector with its component, or to the owner of an element")
    func pushing() throws {
        let components = (1...2).map {
            #"<p class="c" id="c\#($0)" data-phx-component="\#($0)" data-phx-view="v1"></p>"#
        }
        let (page, _) = try page(Self.line + components.joined()) { context in
            context.handleEvent("go") { payload in
                context.pushEvent("own", payload)
                context.pushEvent(to: ".c", "each")
                if let node = context.document.element(withID: "c2") { context.pushEvent(to: node, "one") }
            }
        }
        try page.push(#"{"e":[["go",{"n":1}]]}"#)
        #expect(
            page.pushes() == [
                .plain("hook", "own", ["n": 1]), .plain("hook", "each", component: 1),
                .plain("hook", "each", component: 2), .plain("hook", "one", component: 2),
            ])
    }

    @Test("Without a connection a push is dropped, and its reply never comes")
    func dropped() throws {
        let calls = Calls()
        let (page, _) = try page(Self.line) { context in
            context.after(.milliseconds(5)) { context.pushEvent("x") { _ in calls.names.append("reply") } }
        }
        page.network.goDown()
        page.client.settle()
        page.advance(by: 60_000)
        #expect(page.pushes() == [])
        #expect(calls.names == [])
    }
}
