import HTMLTree
import LiveProtocol
import Testing

@testable import Simulator

@Suite struct NavigationTests {
    private static let long = (1...30).map { #"<p id="p\#($0)">Line \#($0)</p>"# }.joined()

    private static func bench() -> Bench {
        let bench = Bench("<p>Live</p>", rows: 6)
        bench.host.deadPages = [
            "/a": ##"<title>A</title><a id="l" href="/b">B</a><a id="m" href="#p20">Down</a>"## + long,
            "/b": #"<title>B</title><form action="/c"><input id="q" name="q" autofocus><button>Go</button></form>"#,
            "/c": "<title>C</title><p>Found</p>",
        ]
        bench.simulator.open("/a")
        return bench
    }

    @Test func aLinkIsFollowedAndHistoryGoesBackAndForward() throws {
        let bench = Self.bench()
        try bench.press("tab enter")
        #expect(bench.simulator.client.title == "B")
        #expect(bench.focus == "q")
        try bench.press("a space b enter")
        #expect(bench.host.requests.last?.url == "/c?q=a+b")
        try bench.press("alt+left")
        #expect(bench.simulator.client.title == "B")
        try bench.simulator.goBack()
        #expect(bench.simulator.client.title == "A")
        try bench.press("alt+right")
        #expect(bench.simulator.client.title == "B")
        try bench.simulator.goForward()
        #expect(bench.simulator.client.title == "C")
        #expect(throws: SimulatorError.nowhereToGo("forward")) { try bench.simulator.goForward() }
        let count = bench.host.requests.count
        try bench.press("f5")
        #expect(bench.host.requests.count == count + 1)
    }

    @Test func anotherPageStartsAtItsTopAndGoingBackReturnsToThePlace() throws {
        let bench = Self.bench()
        bench.simulator.scroll(by: 9)
        #expect(bench.simulator.scrollRow == 9)
        bench.simulator.open("/c")
        #expect(bench.simulator.scrollRow == 0)
        try bench.simulator.goBack()
        _ = bench.simulator.frame()
        #expect(bench.simulator.scrollRow == 9)
    }

    @Test func aFragmentIsScrolledTo() throws {
        let bench = Self.bench()
        bench.simulator.open("/a#p20")
        #expect(bench.simulator.frame().text.hasPrefix("Line 20"))
    }

    @Test func whatWentWrongIsTold() throws {
        let bench = Bench(#"<button id="b" phx-click="[broken">x</button>"#)
        #expect(bench.simulator.problems.isEmpty)
        try bench.simulator.click(bench.one("#b"))
        #expect(bench.simulator.problems.count == 1)
    }

    @Test func timersWithoutEndStopTime() {
        let bench = Bench("<p>x</p>")
        var runs = 0
        func again() {
            runs += 1
            bench.clock.schedule(after: .zero) { again() }
        }
        again()
        bench.simulator.advance(by: .milliseconds(1))
        #expect(runs > 1000)
        #expect(bench.simulator.problems.contains { $0.contains("not at rest") })
    }
}
