import HTMLTree
import LiveProtocol
import Testing

@testable import Simulator

@Suite struct PressTests {
    static let form = """
        <form id="f" phx-change="change" phx-submit="save">
        <input id="a" name="a"><textarea id="t" name="t"></textarea>
        <input id="c" type="checkbox" name="c"><input id="r1" type="radio" name="r" value="1">
        <input id="r2" type="radio" name="r" value="2"><select id="s" name="s"><option>X<option>Y<option>Z</select>
        <button id="b">Save</button></form>
        """

    @Test func typingWritesAndTellsTheView() throws {
        let bench = Bench(Self.form)
        try bench.press("tab h i")
        #expect(bench.focus == "a")
        #expect(bench.simulator.isEditing)
        #expect(try bench.value("#a") == "hi")
        #expect(bench.host.events.count == 2)
        #expect(bench.host.eventList.last?.hasPrefix("change a=hi&") == true)
        try bench.press("left backspace")
        #expect(try bench.value("#a") == "i")
        #expect(bench.document.selection(of: try bench.one("#a")) == 0..<0)
        #expect(bench.host.events.count == 3)
        try bench.press("ctrl+/ ctrl+/")
        #expect(try bench.value("#a") == "")
    }

    @Test func tabGoesRoundInTheOrderOfBrowsers() throws {
        let bench = Bench(Self.form)
        var visited: [String] = []
        for _ in 0..<7 {
            try bench.press("tab")
            visited.append(bench.focus ?? "-")
        }
        #expect(visited == ["a", "t", "c", "r1", "s", "b", "a"])
        try bench.press("shift+tab")
        #expect(bench.focus == "b")
    }

    @Test func escLeavesAFieldAndTabGoesOnThere() throws {
        let bench = Bench(Self.form)
        try bench.press("tab escape")
        #expect(bench.focus == nil)
        #expect(try !bench.press("escape"))
        try bench.press("tab")
        #expect(bench.focus == "t")
    }

    @Test func enterInAFieldPressesTheDefaultButton() throws {
        let bench = Bench(Self.form)
        try bench.press("tab h enter")
        #expect(bench.host.eventList.last == "save a=h&t=&s=X")
    }

    @Test func enterInATextAreaIsALineEnd() throws {
        let bench = Bench(Self.form)
        try bench.press("tab tab a enter b up c")
        #expect(try bench.value("#t") == "ac\nb")
    }

    @Test func spaceTicks() throws {
        let bench = Bench(Self.form)
        try bench.press("tab tab tab space")
        #expect(bench.document.isChecked(try bench.one("#c")))
        try bench.press("space")
        #expect(!bench.document.isChecked(try bench.one("#c")))
        #expect(bench.host.events.count == 2)
    }

    @Test func arrowsChooseRadios() throws {
        let bench = Bench(Self.form)
        try bench.press("tab tab tab tab down")
        #expect(bench.focus == "r2")
        #expect(bench.document.isChecked(try bench.one("#r2")))
        try bench.press("right")
        #expect(bench.focus == "r1")
        #expect(bench.document.isChecked(try bench.one("#r1")))
        #expect(!bench.document.isChecked(try bench.one("#r2")))
    }

    @Test func arrowsAndLettersChooseOptions() throws {
        let bench = Bench(Self.form)
        try bench.press("tab tab tab tab tab down")
        #expect(try bench.value("#s") == "Y")
        try bench.press("end")
        #expect(try bench.value("#s") == "Z")
        try bench.press("x")
        #expect(try bench.value("#s") == "X")
        #expect(bench.host.events.count == 3)
        try bench.press("up")
        #expect(bench.host.events.count == 3, "nothing changes at the first option")
    }

    @Test func upAndDownGoByTheLinesThatAreShown() throws {
        let bench = Bench(#"<textarea id="t" cols="10" rows="6">one two three four&#10;five&#10;six seven</textarea>"#)
        try bench.press("tab ctrl+home down")
        let caret = { bench.document.selection(of: try bench.one("#t"))?.upperBound }
        // The first line is broken after "two".
        #expect(try caret() == 8)
        try bench.press("end down down up")
        let shown = try #require(bench.simulator.frame().cursor)
        try bench.press("up down")
        #expect(bench.simulator.frame().cursor == shown)
        try bench.press("up up up up up")
        #expect(try caret() == 0)
        try bench.press("down down down down down down")
        #expect(try caret() == 33)
    }

    @Test func arrowsStepNumbersAndSliders() throws {
        let bench = Bench(
            #"<form phx-change="c"><input id="n" name="n" type="number" min="0" max="2" value="1"><input id="v" name="v" type="range" step="10"></form>"#
        )
        try bench.press("tab up up up")
        #expect(try bench.value("#n") == "2")
        #expect(bench.host.events.count == 1)
        try bench.press("tab right right down home up")
        #expect(try bench.value("#v") == "10")
    }

    @Test func theFocusAndTypedTextSurviveWhatTheViewShows() throws {
        let bench = Bench(Self.form)
        bench.host.handle = { event, host in
            if event.event == "change" { host.html = "<p>" + String(host.events.count) + "</p>" + Self.form }
        }
        try bench.press("tab h i left")
        #expect(bench.focus == "a")
        #expect(try bench.value("#a") == "hi")
        #expect(bench.document.selection(of: try bench.one("#a")) == 1..<1)
        try bench.press("x")
        #expect(try bench.value("#a") == "hxi")
    }

    @Test func aFieldRefusesMoreThanItsLength() throws {
        let bench = Bench(#"<form phx-change="c"><input id="a" name="a" maxlength="3"></form>"#)
        try bench.press("tab 1 2 3 4")
        #expect(try bench.value("#a") == "123")
        #expect(bench.host.events.count == 3)
    }

    @Test func aPasteIsOneChange() throws {
        let bench = Bench(Self.form)
        #expect(!bench.simulator.paste("lost"))
        try bench.press("tab")
        #expect(bench.simulator.paste("one\ntwo\u{1B}[2J"))
        #expect(try bench.value("#a") == "one two[2J")
        #expect(bench.host.events.count == 1)
    }

    @Test func aBlockedSubmitSaysWhy() throws {
        let bench = Bench(
            #"<form phx-submit="save"><label>Name <input id="a" name="a" required></label><button id="b">Go</button></form>"#
        )
        try bench.press("tab enter")
        #expect(bench.host.events.isEmpty)
        #expect(bench.focus == "a")
        #expect(bench.simulator.notice?.hasPrefix(#"text field "Name": "#) == true)
        try bench.press("x")
        #expect(bench.simulator.notice == nil)
        try bench.press("enter")
        #expect(bench.host.eventList == ["save a=x"])
    }

    @Test func keysThatThePageHearsAreItsOwn() throws {
        let bench = Bench(
            #"<div phx-window-keydown="key" phx-key="x"></div><p phx-click="lv:clear-flash" phx-value-key="info">Hi</p>"#
        )
        #expect(try bench.press("x"))
        #expect(bench.host.eventList == ["key x"])
        #expect(bench.simulator.banners.count == 1)
        try bench.press("1")
        #expect(bench.host.eventList.last == "lv:clear-flash info")
    }

    @Test func aKeyWithoutUseSaysSo() throws {
        let bench = Bench("<p>Nothing</p>")
        #expect(try !bench.press("z"))
        #expect(try !bench.press("enter"))
        #expect(try !bench.press("1"))
    }

    @Test func helpIsOfThisMoment() throws {
        let bench = Bench(#"<p phx-click="lv:clear-flash" phx-value-key="info">Hi</p><input id="a">"#)
        let help = { bench.simulator.keyHelp.map { "\($0.keys): \($0.does)" } }
        #expect(help().contains("1 alt+1: dismiss banner 1"))
        #expect(!help().contains { $0.contains("banner 2") })
        #expect(!help().contains { $0.hasPrefix("ctrl+k") })
        try bench.press("tab")
        #expect(help().contains("alt+1: dismiss banner 1"))
        #expect(help().contains("ctrl+k: delete to the end of the line"))
        #expect(help().contains("escape: leave the field"))
        #expect(!help().contains { $0.contains("a line up") })
    }
}
