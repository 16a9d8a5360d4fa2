import LiveEngine
import Markup
import Testing

/// Fails after it has changed everything that can be changed.
private struct FailingView: LiveView {
    struct Context: LiveContext {
        var count = 0
    }

    struct Refusal: Error, CustomStringConvertible {
        var description: String { "not today" }
    }

    enum Event: Decodable, Sendable {
        case add(amount: Int)
        case fail
    }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .add(let amount): socket.context.count += amount
        case .fail:
            socket.context.count = 1000
            socket.putFlash("info", "This must never be seen.")
            socket.pushNavigate(to: "/elsewhere")
            throw Refusal()
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        \(meta.flash.map { _, message in "<p class=\"info\">\(message)</p>" as Rendered })
        <p>Count \(context.count)</p>
        <button phx-click="add" phx-value-amount="2">Add</button>
        <button phx-click="add" phx-value-amount="many">Add many</button>
        <button phx-click="fail">Fail</button>
        <button phx-click="shout">Shout</button>
        """
    }
}

@Suite("A handler that fails")
struct TransactionTests {
    @Test("leaves context, flash and address as they were, and the page stays up")
    func rollback() throws {
        let bench = Bench(FailingView())
        try bench.press("tab enter")
        #expect(bench.text.contains("Count 2"))
        try bench.press("tab tab enter")
        #expect(bench.text.contains("Count 2"))
        #expect(!bench.text.contains("never"))
        #expect(bench.simulator.client.url == "/")
        #expect(bench.simulator.problems.last?.contains("not today") == true)
        try bench.press("shift+tab shift+tab enter")
        #expect(bench.text.contains("Count 4"))
    }

    @Test("on a payload that does not fit says what was wanted and what was found")
    func payload() throws {
        let bench = Bench(FailingView())
        try bench.press("tab tab enter")
        #expect(bench.text.contains("Count 0"))
        #expect(
            bench.simulator.problems.last?.contains(#"event "add": "amount" must be an integer, got "many""#) == true)
    }

    @Test("on an event the view does not know lists those it knows")
    func unknown() throws {
        let bench = Bench(FailingView())
        try bench.press("tab tab tab tab enter")
        let problem = try #require(bench.simulator.problems.last)
        #expect(problem.contains(#""shout""#))
        #expect(problem.contains("add") && problem.contains("fail"))
    }
}
