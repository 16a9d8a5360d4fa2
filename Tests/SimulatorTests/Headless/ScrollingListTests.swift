import LiveProtocol
import Testing

@testable import Simulator

@Suite("Lists that grow as they are scrolled")
struct ScrollingListTests {
    private static func page(_ count: Int) -> String {
        let rows = (1...count).map { #"<li id="r\#($0)">row \#($0)</li>"# }
        return #"<ul id="l" phx-viewport-bottom="more">\#(rows.joined())</ul>"#
    }

    private func bench() -> Bench {
        let bench = Bench(Self.page(20), rows: 10)
        var count = 20
        bench.host.handle = { _, host in
            count += 20
            host.html = Self.page(count)
        }
        return bench
    }

    @Test("Scrolling to the end asks for more, and there is more to scroll then")
    func byRows() {
        let bench = bench()
        bench.simulator.scroll(by: 5)
        #expect(bench.host.events == [])
        bench.simulator.scroll(by: 100)
        #expect(bench.host.events.map(\.event) == ["more"])
        #expect(bench.host.events.first?.value == .json(["id": "r20"]))
        #expect(bench.simulator.pageHeight == 40)
        bench.simulator.advance(by: .seconds(1))
        bench.simulator.scroll(by: 100)
        #expect(bench.host.events.last?.value == .json(["id": "r40"]))
    }

    @Test("Keys scroll as well")
    func byKey() throws {
        let bench = bench()
        try bench.press("end")
        #expect(bench.host.events.map(\.event) == ["more"])
    }
}
