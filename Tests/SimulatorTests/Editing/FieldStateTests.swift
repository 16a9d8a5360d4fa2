import HTMLTree
import Testing
import TextLayout

@testable import Simulator

@Suite struct FieldStateTests {
    @Test(arguments: [
        ("1 x 2", "12"), ("- 1 . 5", "-1.5"), ("1 e 3", "1e3"), ("a space", ""), ("plus 7", "+7"),
    ])
    func `A number field takes what a number is made of`(keys: String, value: String) throws {
        let bench = Bench(#"<form phx-change="c"><input id="n" name="n" type="number"></form>"#)
        try bench.press("tab " + keys)
        #expect(try bench.value("#n") == value)
    }

    @Test func `What a number field does not take is told`() throws {
        let bench = Bench(#"<label>Age <input id="n" type="number" max="3" value="3"></label>"#)
        try bench.press("tab x")
        #expect(bench.simulator.notice == #"number field "Age" takes digits, a sign and a decimal point, not "x""#)
        try bench.press("up")
        #expect(bench.simulator.notice == #"number field "Age": 3 is the most"#)
        #expect(bench.simulator.paste(" 4a"))
        #expect(try bench.value("#n") == "34")
        #expect(throws: SimulatorError.self) { try bench.simulator.typeText("z") }
        let field = try bench.one("#n")
        #expect(throws: SimulatorError.self) { try bench.simulator.fill(field, with: "many") }
    }

    @Test(arguments: [("", "60", "40"), ("min=0 max=5 value=2", "3", "1"), ("max=1 step=0.01 value=0.5", "0.6", "0.4")])
    func `A slider moves by tenths`(attributes: String, up: String, down: String) throws {
        let bench = Bench(#"<input id="v" type="range" \#(attributes)>"#)
        try bench.press("tab pageup")
        #expect(try bench.value("#v") == up)
        try bench.press("pagedown pagedown")
        #expect(try bench.value("#v") == down)
    }

    @Test(arguments: ["x", "backspace", "ctrl+k"])
    func `Writing into a field that can only be read says so`(key: String) throws {
        let bench = Bench(#"<label>Name <input id="a" value="Ada" readonly></label>"#)
        try bench.press("tab \(key)")
        #expect(bench.simulator.notice == #"text field "Name" is read-only"#)
        #expect(try bench.value("#a") == "Ada")
        try bench.press("left")
        #expect(bench.simulator.notice == nil)
    }

    @Test func `A click on a disabled button says that it is`() throws {
        let bench = Bench("<button disabled phx-click=go>Save</button>")
        bench.simulator.click(at: Position(column: 3, row: 0))
        #expect(bench.simulator.notice == #"button "Save" is disabled"#)
        #expect(bench.host.events.isEmpty)
    }

    @Test func `Fields show whether they can be edited, must be filled in, and are not right`() throws {
        let bench = Bench(
            """
            <form phx-submit="s"><p><input size="6" id="a" value="Ada"></p><p><input size="6" value="Ada" readonly></p>
            <p><input size="6" value="Ada" disabled></p><p><input size="6" id="r" name="r" required></p>
            <p><input type="checkbox" required></p><textarea rows="1" cols="6" readonly>Ada</textarea><p><button>Go</button></p></form>
            """, rows: 16)
        let lines = { bench.simulator.frame().text.split(separator: "\n").map(String.init) }
        #expect(
            lines() == [
                "[Ada   ]", "│Ada   │", "[Ada   ]", "[     *]", "[ ]*", "┌──────┐", "│Ada   │", "└──────┘", "[ Go ]",
            ])
        let frame = bench.simulator.frame()
        #expect(frame[1, 0].style != frame[1, 2].style)
        #expect(frame[1, 4].style.foreground == .role(.disabled))
        #expect(frame[1, 4].style.attributes.isDisjoint(with: [.underline]))
        try bench.press("tab enter")
        #expect(lines()[3] == "[     !]", "one tried to send it")
        try bench.press("x")
        #expect(lines()[3] == "[x    *]")
    }

    @Test func `What is wrong with a field is seen once it was left`() throws {
        let bench = Bench(#"<input size="6" type="email" id="a"><input id="b">"#)
        try bench.press("tab x")
        #expect(bench.simulator.frame().text.hasPrefix("[x     ]"))
        try bench.press("tab")
        #expect(bench.simulator.frame().text.hasPrefix("[x    !]"))
        #expect(bench.simulator.frame()[1, 0].style.foreground == .role(.error))
    }

    @Test func `Text comes back from an editor as one change`() throws {
        let bench = Bench(#"<form phx-change="c"><textarea id="t" name="t">old</textarea></form>"#)
        try bench.press("tab alt+e")
        let field = try #require(bench.simulator.editRequest)
        try bench.simulator.take("one\r\ntwo\n", editedIn: field)
        #expect(bench.simulator.editRequest == nil)
        #expect(bench.host.eventList == ["c t=one%0Atwo"])
    }

    @Test func `A text area that can only be read goes to no editor`() throws {
        let bench = Bench("<label>Text <textarea readonly>old</textarea></label>")
        try bench.press("tab alt+e")
        #expect(bench.simulator.editRequest == nil)
        #expect(bench.simulator.notice == #"text area "Text" is read-only"#)
    }
}
