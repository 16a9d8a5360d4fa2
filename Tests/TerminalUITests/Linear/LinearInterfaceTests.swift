import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct LinearInterfaceTests {
    private static let form = """
        <title>Settings</title><h1>Settings</h1><p>Please <b>fill in</b> all.</p>
        <form><label>Name <input name="name" required></label><label><input type="checkbox"> Agree</label>
        <label>Country <select><option>Chad<option>Japan</select></label>
        <label>Born <input type="date"></label><label>Notes <textarea>a</textarea></label>
        <label>Secret <input type="password" value="abc"></label>
        <button disabled>Save</button></form><a href="/other">Other</a>
        """

    private static func interface(_ html: String = form, path: String = "/settings") -> LinearInterface {
        let simulator = Simulator(
            host: FakeHost(html: html), clock: VirtualClock(), size: Size(columns: 80, rows: 24))
        simulator.open(path)
        return LinearInterface(simulator: simulator, columns: 80) { .zero }
    }

    /// What is written at some keys.
    private static func output(_ keys: String, on interface: LinearInterface) throws -> String {
        _ = interface.takeOutput()
        for key in try Key.sequence(keys) { _ = interface.handle(.key(key)) }
        return interface.takeOutput()
    }

    @Test func `A page is told in the order in which it is read, one thing a line`() {
        #expect(
            Self.interface().takeOutput() == """
                Keys: tab goes on, enter presses, up and down read, ? tells all keys, q quits.
                page Settings, /settings
                heading 1, Settings
                Please fill in all.
                text field Name, empty, required
                check box Agree, not checked
                select Country, Chad
                date field Born, empty
                text area Notes, a
                password field Secret, 3 characters
                button Save, disabled
                link Other

                """)
    }

    @Test(arguments: [
        ("<ul><li>One<li>Two <a href=/x>link</a></ul>", "list of 2\n- One\n- Two\nlink link\n"),
        (
            "<table><tr><th>Name<th>Age<tr><td>Ada<td>36</table>",
            "table, 2 rows\nName; Age\nName: Ada; Age: 36\n"
        ),
        (
            "<fieldset><legend>Kind</legend><label><input type=radio checked>A</label></fieldset>",
            "group Kind\nradio button A, chosen\n"
        ),
        ("<progress value=0.5 aria-label=Load></progress>", "progress Load, 50 percent\n"),
        ("<details><summary>More</summary><p>Hidden</details>", "summary More, closed\n"),
        ("<p hidden>No</p><p aria-hidden=true>No</p><img src=x alt=Cat>", "image Cat\n"),
        ("<label>Size <input type=range></label>", "slider Size, 50, from 0 to 100\n"),
        ("<p>a&#27;[2Jb</p>", "a␛[2Jb\n"),
        (
            #"<p class=flash phx-click="lv:clear-flash" phx-value-key=info>Saved</p>"#,
            "banner info: Saved, press 1 to dismiss\n"
        ),
    ])
    func `What is on a page is told in words`(html: String, words: String) {
        let output = Self.interface(html, path: "/").takeOutput()
        #expect(
            output == "Keys: tab goes on, enter presses, up and down read, ? tells all keys, q quits.\npage /\n" + words
        )
    }

    @Test func `The focus is told, and typing goes where the cursor is`() throws {
        let interface = Self.interface()
        #expect(try Self.output("tab", on: interface) == "text field Name, empty, required, focused\nName: ")
        #expect(try Self.output("A d a", on: interface) == "Ada")
        #expect(try Self.output("backspace", on: interface) == "\u{8} \u{8}")
        #expect(try Self.output("left", on: interface) == "\u{8}")
        #expect(try Self.output("x", on: interface) == "xd\u{8}")
        #expect(try Self.output("tab", on: interface).hasPrefix("\ncheck box Agree, not checked, focused\n"))
        #expect(try Self.output("space", on: interface) == "check box Agree, checked\n")
    }

    @Test func `The options of a list are told one by one`() throws {
        let interface = Self.interface()
        _ = try Self.output("tab tab tab", on: interface)
        #expect(try Self.output("enter", on: interface) == "option Chad, 1 of 2\n")
        #expect(try Self.output("down", on: interface) == "option Japan, 2 of 2\n")
        #expect(try Self.output("enter", on: interface) == "select Country, Japan\n")
    }

    @Test func `The parts of a date are told`() throws {
        let interface = Self.interface()
        #expect(
            try Self.output("tab tab tab tab", on: interface).hasSuffix(
                "date field Born, empty, focused\nBorn: yyyy-mm-dd" + String(repeating: "\u{8}", count: 10)))
        #expect(try Self.output("right", on: interface) == "\nmonth open\nBorn: yyyy-mm-dd\u{8}\u{8}\u{8}\u{8}\u{8}")
    }

    @Test func `A password is not told`() throws {
        let interface = Self.interface()
        let output = try Self.output("tab tab tab tab tab tab z", on: interface)
        #expect(output.hasSuffix("Secret: ****"))
        #expect(!output.contains("z"))
    }

    @Test func `Up and down read line by line, and a link is followed with a new page told`() throws {
        let interface = Self.interface()
        #expect(try Self.output("home", on: interface) == "heading 1, Settings\n")
        #expect(
            try Self.output("down down", on: interface) == "Please fill in all.\ntext field Name, empty, required\n")
        #expect(try Self.output("up up up", on: interface).hasSuffix("heading 1, Settings\ntop of the page\n"))
        let output = try Self.output("shift+tab enter", on: interface)
        #expect(output.hasPrefix("link Other, focused\npage Settings, /other\n"))
    }

    @Test func `Only what changed is told`() throws {
        var old = PageDescription(of: Self.simulator("<p>Count 1</p><p>Same</p><p>Gone</p>")).lines
        var new = PageDescription(of: Self.simulator("<p>Same</p><p>Count 2</p>")).lines
        #expect(LineChanges(from: old, to: new).added.map(\.text) == ["Count 2"])
        #expect(LineChanges(from: old, to: new).gone.map(\.text) == ["Count 1", "Gone"])
        (old, new) = (new, new)
        #expect(LineChanges(from: old, to: new).added.isEmpty)
    }

    private static func simulator(_ html: String) -> Simulator {
        let simulator = Simulator(host: FakeHost(html: html), clock: VirtualClock(), size: Size(columns: 80, rows: 24))
        simulator.open("/")
        return simulator
    }

    @Test func `A long page is told in part, and reading goes on`() throws {
        let interface = Self.interface((1...100).map { "<p>Line \($0)</p>" }.joined(), path: "/")
        #expect(interface.takeOutput().hasSuffix("Line 60\n40 more lines: down and pagedown read on\n"))
        #expect(try Self.output("down", on: interface) == "Line 61\n")
        #expect(try Self.output("pagedown", on: interface).hasPrefix("Line 62\nLine 63\n"))
        #expect(try Self.output("end", on: interface) == "Line 100\n")
    }

    @Test func `Keys quit and are told, a refusal is told`() throws {
        let interface = Self.interface("<label>Name <input readonly></label>")
        #expect(interface.handle(.key(Key(.character("q")))) == .quit)
        #expect(try Self.output("?", on: interface).contains("tab: first field\n"))
        #expect(try Self.output("tab x", on: interface).contains("\nnote: text field \"Name\" is read-only\n"))
        #expect(interface.handle(.key(Key(.character("q"), .control))) == .quit)
    }

    @Test func `A text longer than the line shows what is around the caret`() {
        var printer = LinePrinter()
        printer.columns = 20
        printer.show(LinePrinter.Prompt(label: "Name: "))
        _ = printer.take()
        let characters = (0..<40).map { String($0 % 10) }
        printer.show(LinePrinter.Prompt(label: "Name: ", characters: characters, caret: 40))
        #expect(printer.take() == "23456789".suffix(8))
        printer.show(LinePrinter.Prompt(label: "Name: ", characters: characters, caret: 0))
        #expect(printer.take().hasSuffix("0123456789012" + String(repeating: "\u{8}", count: 13)))
    }
}
