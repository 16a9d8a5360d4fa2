import HTMLTree
import Testing

@testable import Simulator

@Suite struct SuggestionsTests {
    private static let page = """
        <form id="f" phx-change="change" phx-submit="save"><input id="a" name="a" list="l">
        <datalist id="l"><option>Amsterdam<option>Rotterdam<option value="BER">Berlin</datalist></form>
        """

    @Test func `What fits is offered while one types, an arrow takes one up and Enter takes it`() throws {
        let bench = Bench(Self.page)
        try bench.press("tab d a m")
        let text = bench.simulator.frame().text
        #expect(text.contains("│ Amsterdam "))
        #expect(text.contains("│ Rotterdam "))
        #expect(!text.contains("Berlin"))
        #expect(bench.simulator.frame().cursor?.row == 0, "typing goes on in the field")
        try bench.press("down down enter")
        #expect(bench.host.eventList.last == "change a=Rotterdam")
        #expect(bench.host.events.count == 4)
        #expect(!bench.simulator.suggestions.isOpen)
    }

    @Test func `Esc closes only the list, and Enter without an offer submits`() throws {
        let bench = Bench(Self.page)
        try bench.press("tab d escape")
        #expect(!bench.simulator.suggestions.isOpen)
        #expect(bench.focus == "a")
        #expect(try bench.value("#a") == "d")
        try bench.press("a enter")
        #expect(bench.host.eventList.last == "save a=da")
    }

    @Test func `Down shows all that is offered, and a label stands beside its value`() throws {
        let bench = Bench(Self.page)
        try bench.press("tab down")
        #expect(bench.simulator.frame().text.contains("│ BER         Berlin │"))
        try bench.press("up enter")
        #expect(try bench.value("#a") == "BER")
    }

    @Test func `What the view offers anew is offered`() throws {
        let bench = Bench(Self.page)
        bench.host.handle = { event, host in
            if event.event == "change" {
                host.html = Self.page.replacing("Berlin</datalist>", with: "Berlin<option>Dover</datalist>")
            }
        }
        try bench.press("tab d")
        #expect(bench.simulator.frame().text.contains("Dover"))
    }
}
