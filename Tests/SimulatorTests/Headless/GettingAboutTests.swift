import Testing
import TextLayout

@testable import Simulator

@Suite struct GettingAboutTests {
    private static func lines(_ count: Int) -> String {
        (0..<count).map { "<p style='margin: 0'>Line \($0)</p>" }.joined()
    }

    static let scrolling: [(keys: String, row: Int)] = [
        ("ctrl+d", 5), ("ctrl+d ctrl+d ctrl+u", 5), ("G", 30), ("G g", 0), ("G ctrl+u", 25), ("pagedown", 9),
        ("end home", 0), ("down down up", 1),
    ]

    @Test("Keys scroll by lines, half pages, pages and to the ends", arguments: scrolling)
    func scrolls(keys: String, row: Int) throws {
        let bench = Bench(Self.lines(40), columns: 20, rows: 10)
        try bench.press(keys)
        #expect(bench.simulator.scrollRow == row)
    }

    @Test func `In a field the keys of half pages are the field's own`() throws {
        let bench = Bench("<input id=a value=abc>" + Self.lines(40), columns: 20, rows: 10)
        try bench.press("tab home ctrl+d")
        #expect(bench.simulator.scrollRow == 0)
        #expect(try bench.value("#a") == "bc")
    }

    @Test func `One key leads back to the field that was left, and help says which`() throws {
        let bench = Bench("<label>Name <input id=a></label><input id=b>")
        #expect(!bench.simulator.keyHelp.contains { $0.keys.hasPrefix("i") })
        try bench.press("tab escape")
        #expect(bench.focus == nil)
        #expect(bench.simulator.keyHelp.contains { $0.keys == "i" && $0.does == "back to Name" })
        try bench.press("i")
        #expect(bench.focus == "a")
        try bench.press("i")
        #expect(try bench.value("#a") == "i")
    }

    static let begins: [(html: String, words: String)] = [
        ("<p>Text</p><input>", "first field"), ("<a href=/>Link</a><input>", "first link"),
        ("<button>Do</button>", "first button"), ("<p>Text</p>", "next field, button or link"),
        ("<input disabled><select></select>", "first field"),
    ]

    @Test("Where nothing has the focus, help says how to begin", arguments: begins)
    func saysHowToBegin(html: String, words: String) {
        let help = Bench(html).simulator.keyHelp.first { $0.keys == "tab" }
        #expect(help?.does == words)
    }

    @Test func `A page that opens focuses what asks for it`() {
        let bench = Bench("<p>Here</p>")
        bench.host.deadPages["/form"] = "<body><input id=a><input id=b autofocus></body>"
        bench.simulator.open("/form")
        #expect(bench.focus == "b")
    }

    @Test func `Going back gives the focus to what had it`() throws {
        let bench = Bench("<p>Live</p>", columns: 30, rows: 6)
        let links = (1...20).map { "<p><a id=a\($0) class=c href=/b>Ship</a> <a id=b\($0) href=/b/\($0)>Open</a></p>" }
        bench.host.deadPages = ["/a": "<title>A</title>" + links.joined(), "/b/9": "<title>B</title><p>Nine</p>"]
        bench.simulator.open("/a")
        for _ in 0..<18 { try bench.press("tab") }
        #expect(bench.focus == "b9")
        _ = bench.simulator.frame()
        let row = bench.simulator.scrollRow
        try bench.press("enter")
        #expect(bench.simulator.client.title == "B")
        #expect(bench.focus == nil)
        try bench.press("alt+left")
        #expect(bench.focus == "b9")
        _ = bench.simulator.frame()
        #expect(bench.simulator.scrollRow == row)
        // On the way there anew, nothing has it.
        bench.simulator.open("/a")
        #expect(bench.focus == nil)
    }

    private static let table = """
        <p style='margin: 0'>Above</p><table><thead><tr><th>Name</th><th>Place</th></tr></thead><tbody>
        \((0..<20).map { "<tr><td>Ship \($0)</td><td>Berth \($0)</td></tr>" }.joined())</tbody></table>\
        <p style='margin: 0'>\((0..<20).map { "After \($0)" }.joined(separator: "<br>"))</p>
        """

    @Test func `The head of a table stays in view while the table is scrolled`() throws {
        let bench = Bench(Self.table, columns: 30, rows: 9)
        try bench.press("down down down")
        let before = bench.simulator.frame().text
        #expect(before.hasPrefix("Name"))
        try bench.press("pagedown")
        let text = bench.simulator.frame().text
        #expect(text.hasPrefix("Name"))
        #expect(text.contains("Place"))
        // No row was lost under the head: what was last before is there.
        let last = try #require(before.split(separator: "\n").last)
        #expect(text.contains(last))
        try bench.press("G")
        #expect(!bench.simulator.frame().text.contains("Name"))
    }

    @Test func `A click on a head that is kept in view reaches the head`() throws {
        let bench = Bench(
            Self.table.replacing("<th>Name</th>", with: "<th><a id=sort href=?s>Name</a></th>"), columns: 30, rows: 9)
        try bench.press("down down down")
        _ = bench.simulator.frame()
        bench.simulator.client.blur()
        let node = bench.simulator.element(at: Position(column: 1, row: 0))
        #expect(node == (try bench.one("#sort")))
    }

    @Test func `A head too high for a third of the frame is not kept in view`() throws {
        let bench = Bench(Self.table, columns: 30, rows: 5)
        try bench.press("down down down")
        #expect(!bench.simulator.frame().text.contains("Name"))
    }
}
