import LiveProtocol
import Testing

@testable import LiveEngine

@Suite struct AsyncRuleTests {
    private let registry = NameRegistry()
    private let page: TestPage

    init() {
        let registry = registry
        page = TestPage(
            on: Engine(routes: Routes([Route("/", "") { NamesView(registry: registry) }]), clock: VirtualClock()))
    }

    private var asked: [String] { registry.asked.withLock { $0 } }

    /// Waits for all answers that may come.
    private func answers() async throws {
        registry.open()
        try await page.finishWork()
    }

    @Test func `a field is pending until its rule has answered, and has the error then`() async throws {
        page.submit("validate", "user[name]=ada")
        #expect(page.html == "ada|pending|||")
        #expect(page.transport.isWorking)
        try await answers()
        #expect(page.html == "ada||is taken||")
        page.submit("validate", "user[name]=bob")
        try await page.finishWork()
        #expect(page.html == "bob|||valid|")
    }

    @Test func `an answer about a text that stands there no more is ignored`() async throws {
        page.submit("validate", "user[name]=ada")
        page.submit("validate", "user[name]=bob")
        try await answers()
        #expect(page.html == "bob|||valid|")
        page.submit("validate", "user[name]=ada")
        page.submit("validate", "user[name]=b")
        #expect(!page.transport.isWorking)
        #expect(page.html == "b||must have at least 2 characters||")
    }

    @Test func `the same text is asked about once`() async throws {
        page.submit("validate", "user[name]=ada")
        try await answers()
        page.submit("validate", "user[name]=ada&user[age]=2")
        page.submit("save", "user[name]=ada&user[age]=3")
        #expect(page.html == "ada||is taken||")
        #expect(asked == ["ada"])
    }

    @Test(arguments: ["user[_unused_name]=&user[name]=ada", "user[name]=", "user[name]=a"])
    func `nothing is asked about a field that is unused, blank or wrong already`(_ fields: String) {
        page.submit("validate", fields)
        #expect(!page.transport.isWorking)
        #expect(asked.isEmpty)
    }

    @Test func `a form is not taken while it is pending`() async throws {
        page.submit("save", "user[name]=bob")
        #expect(page.html == "bob|pending|||")
        try await answers()
        #expect(page.html == "bob|||valid|")
        page.submit("save", "user[name]=bob")
        #expect(page.html == "bob|||valid|bob")
        #expect(asked == ["bob"])
    }

    @Test func `a rule that cannot be asked is told, and asked again with the next change`() async throws {
        page.submit("validate", "user[name]=away")
        try await answers()
        #expect(page.html == "away||cannot be checked now (nobody is there)||")
        page.submit("validate", "user[name]=away&user[age]=2")
        #expect(page.html == "away||cannot be checked now (nobody is there)||")
        #expect(asked == ["away", "away"])
    }

    @Test func `a rule that takes too long cannot be asked`() {
        page.submit("validate", "user[name]=ada")
        page.advance(by: .seconds(10))
        #expect(page.html == "ada||cannot be checked now (took longer than 10.0 seconds)||")
    }

    @Test func `a question ends with its session`() async throws {
        page.submit("validate", "user[name]=ada")
        page.send(.leave)
        #expect(page.clock.nextDeadline == nil)
        for _ in 0..<10_000 where registry.given.value < asked.count || asked.isEmpty {
            try await Task.sleep(for: .milliseconds(1))
        }
        #expect(registry.given.value == 1)
    }

    @Test func `controls and templates show that a field is pending`() throws {
        var form = Form("user", NamesView.Model())
        form.validate(Payload(form: "user[name]=ada"))
        #expect(form["name"].pendingNote == nil)
        _ = form.ask([AsyncFormRule("name", "is taken") { _ in true }])
        #expect(form["name"].text("Name").html.contains(#"<p class="pending" role="status">Checking …</p>"#))
        let encoded = try JSONValue(encoding: form)
        #expect(encoded["isPending"] == true)
        #expect(encoded["fields"]?["name"]?["isPending"] == true)
    }
}
