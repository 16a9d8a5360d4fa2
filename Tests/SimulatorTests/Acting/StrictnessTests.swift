import HTMLTree
import LiveProtocol
import Testing

@testable import Simulator

@Suite("What a person could not do is refused")
struct StrictnessTests {
    @Test("165. option not offered")
    func optionNotOffered() throws {
        let bench = Bench(#"<label for="s">Size</label><select id="s" name="s"><option>x<option>y</select>"#)
        let error = #expect(throws: SimulatorError.self) { try bench.simulator.choose(["z"], of: bench.one("#s")) }
        #expect(error?.message == #"select "Size" does not offer "z"; offered are "x", "y""#)
    }

    @Test("An option that is disabled is not offered either, and one of a single select is chosen alone")
    func options() throws {
        let bench = Bench(#"<select id="s" name="s"><option>x<option disabled>y</select>"#)
        let disabled = #expect(throws: SimulatorError.self) { try bench.simulator.choose(["y"], of: bench.one("#s")) }
        #expect(disabled?.message == #"option "y" of select "s" is disabled"#)
        let several = #expect(throws: SimulatorError.self) {
            try bench.simulator.choose(["x", "y"], of: bench.one("#s"))
        }
        #expect(several?.message == #"select "s" takes one option, got 2"#)
    }

    @Test("What lies in a disabled field set, a closed part, or a hidden one, is out of reach")
    func surroundings() throws {
        let bench = Bench(
            """
            <fieldset disabled><input id="f" name="f"></fieldset><details><summary>More</summary><input id="d" name="d">
            </details><div style="display: none"><button id="h">Hidden</button></div>
            """)
        let messages = try ["#f", "#d", "#h"].map { selector in
            let node = try bench.one(selector)
            return #expect(throws: SimulatorError.self) { try bench.simulator.focus(node) }?.message
        }
        #expect(
            messages == [#"text field "f" is disabled"#, #"text field "d" is hidden"#, #"button "Hidden" is hidden"#])
    }

    @Test("A question keeps the rest of the page from use until it is answered, by key or by script")
    func question() throws {
        let bench = Bench(
            #"<button id="b" phx-click="drop" data-confirm="Drop all?">Drop</button><button id="c" phx-click="c">C</button>"#
        )
        try bench.simulator.click(bench.one("#b"))
        #expect(bench.simulator.question == "Drop all?")
        let error = #expect(throws: SimulatorError.self) { try bench.simulator.click(bench.one("#c")) }
        #expect(error?.message == #"the page asks "Drop all?": answer that first"#)
        #expect(try !bench.press("x"))
        #expect(try bench.press("n"))
        #expect(bench.host.eventList == [])
        try bench.simulator.click(bench.one("#b"))
        #expect(bench.simulator.keyHelp.map(\.does) == ["say yes to what the page asks", "say no to it"])
        try bench.press("enter")
        #expect(bench.host.eventList == ["drop "])
        let none = #expect(throws: SimulatorError.self) { try bench.simulator.answer(true) }
        #expect(none?.message == "the page asks nothing")
    }
}
