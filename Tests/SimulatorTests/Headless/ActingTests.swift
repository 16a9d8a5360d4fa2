import Basics
import HTMLTree
import LiveProtocol
import Testing

@testable import Simulator

@Suite struct ActingTests {
    @Test func fillIsOneChange() throws {
        let bench = Bench(PressTests.form)
        try bench.simulator.fill(bench.one("#a"), with: "Ada")
        #expect(bench.host.eventList.count == 1)
        #expect(try bench.value("#a") == "Ada")
        #expect(bench.focus == "a")
    }

    @Test func typeTextIsOneChangeALetter() throws {
        let bench = Bench(PressTests.form)
        try bench.simulator.focus(bench.one("#t"))
        try bench.simulator.typeText("a\nb")
        #expect(try bench.value("#t") == "a\nb")
        #expect(bench.host.events.count == 3)
    }

    @Test func submitGoesThroughTheButton() throws {
        let bench = Bench(
            #"<form id="f" phx-submit="save"><input name="a" value="1"><button id="b" name="via" value="x">Go</button></form>"#
        )
        try bench.simulator.submit(bench.one("#b"))
        try bench.simulator.submit(bench.one("#f"))
        try bench.simulator.submit()
        #expect(bench.host.eventList == Array(repeating: "save a=1&via=x", count: 3))
    }

    @Test func chooseWorksOnSelectsAndRadios() throws {
        let bench = Bench(
            """
            <form phx-change="c"><select id="s" name="s"><option>X<option>Y</select>
            <select id="m" name="m" multiple><option>P<option>Q<option>R</select>
            <fieldset id="g"><label><input id="r1" type="radio" name="r" value="1">One</label>
            <label><input id="r2" type="radio" name="r" value="2">Two</label></fieldset></form>
            """)
        try bench.simulator.choose(["Y"], of: bench.one("#s"))
        try bench.simulator.choose(["P", "R"], of: bench.one("#m"))
        try bench.simulator.choose(["Two"], of: bench.one("#r1"))
        #expect(bench.host.eventList.last?.hasSuffix("s=Y&m=P&m=R&r=2") == true)
        try bench.simulator.choose(["One"], of: bench.one("#g"))
        #expect(bench.host.eventList.last?.hasSuffix("&r=1") == true)
        try bench.simulator.choose(of: bench.one("#r2"))
        #expect(bench.host.eventList.last?.hasSuffix("&r=2") == true)
        #expect(throws: SimulatorError.self) { try bench.simulator.choose(["Three"], of: bench.one("#g")) }
        #expect(throws: SimulatorError.self) { try bench.simulator.choose(of: bench.one("#g")) }
    }

    /// The selector, what is asked, and what is answered.
    @Test(arguments: [
        ("#gone", "click", #"button "Later" is hidden"#),
        ("#off", "click", #"button "Off" is disabled"#),
        ("#plain", "click", #"<p#plain> "Plain": nothing listens to a click there"#),
        ("#plain", "focus", #"<p#plain> "Plain" cannot have the focus"#),
        ("#plain", "fill", #"<p#plain> "Plain" takes no text"#),
        ("#ro", "fill", #"text field "ro" is read-only"#),
        ("#short", "fill", #"text field "short" takes at most 2 characters, got 4"#),
        ("#tick", "fill", #"check box "tick" takes no text: use check or uncheck"#),
        ("#s", "fill", #"select "s" takes no text: use choose"#),
        ("#s", "choose", #"select "s" does not offer "text"; offered are "X", "Y""#),
        ("#ro", "choose", #"text field "ro" has no options: choose works on selects and radio buttons"#),
        ("#tick", "uncheck", #"check box "tick" is not checked"#),
        ("#ticked", "check", #"check box "ticked" is checked already"#),
        ("#plain", "check", #"<p#plain> "Plain" cannot be ticked: check works on check boxes and radio buttons"#),
        ("#plain", "submit", #"<p#plain> "Plain" is neither a form nor a button that submits one"#),
        ("#need", "submitForm", #"the form was not submitted: text field "need": "#),
    ])
    func whatAPersonCouldNotDoIsRefused(selector: String, act: String, message: String) throws {
        let bench = Bench(
            """
            <button id="gone" hidden>Later</button><button id="off" disabled>Off</button><p id="plain">Plain</p>
            <form id="f" phx-submit="save"><input name="ro" id="ro" readonly><input id="short" name="short" maxlength="2">
            <input type="checkbox" id="tick" name="tick"><input type="checkbox" id="ticked" name="ticked" checked>
            <input id="need" name="need" required>
            <select id="s" name="s"><option>X<option>Y</select></form>
            """)
        let node = try bench.one(selector)
        let error = #expect(throws: SimulatorError.self) {
            switch act {
            case "click": try bench.simulator.click(node)
            case "focus": try bench.simulator.focus(node)
            case "fill": try bench.simulator.fill(node, with: "text")
            case "choose": try bench.simulator.choose(["text"], of: node)
            case "check": try bench.simulator.check(node)
            case "uncheck": try bench.simulator.uncheck(node)
            case "submit": try bench.simulator.submit(node)
            default: try bench.simulator.submit()
            }
        }
        #expect(error?.message.hasPrefix(message) == true, "got: \(error?.message ?? "nothing")")
        #expect(bench.host.events.isEmpty)
    }

    @Test func aModalKeepsTheRestFromUse() throws {
        let bench = Bench(
            #"<button id="a" phx-click="a">A</button><div role="dialog" aria-modal="true" aria-label="Edit"><button id="b" phx-click="b">B</button><button id="c">C</button></div>"#
        )
        let error = #expect(throws: SimulatorError.self) { try bench.simulator.click(bench.one("#a")) }
        #expect(error?.message == #"button "A" is behind dialog "Edit": close that first"#)
        try bench.simulator.click(bench.one("#b"))
        #expect(bench.host.eventList == ["b "])
        try bench.press("tab tab")
        #expect(bench.focus == "b")
    }

    @Test func timePassesOnlyWhenToldAndSettlesAtEachStep() {
        let bench = Bench("<p>0</p>")
        var shown: [String] = []
        func tick(_ count: Int) {
            bench.clock.schedule(after: .milliseconds(400)) {
                shown.append(bench.document.textContent(of: bench.document.root).foldingWhitespace())
                bench.host.update("<p>\(count)</p>")
                tick(count + 1)
            }
        }
        tick(1)
        bench.simulator.settle()
        bench.simulator.advance(by: .seconds(1))
        #expect(bench.clock.now == .seconds(1))
        #expect(shown == ["Fake0", "Fake1"])
        #expect(bench.document.textContent(of: bench.document.root).foldingWhitespace() == "Fake2")
    }

    @Test func bareSubmitNeedsOneForm() {
        #expect(throws: SimulatorError.noForm) { try Bench("<p>x</p>").simulator.submit() }
        let bench = Bench(#"<form id="f"><input></form><form id="g"><input></form>"#)
        let error = #expect(throws: SimulatorError.self) { try bench.simulator.submit() }
        #expect(error?.message == #"there are 2 forms, and the focus is in none: say which, form "f" or form "g""#)
        #expect(throws: SimulatorError.nowhereToType(focused: nil)) { try bench.simulator.typeText("x") }
    }
}
