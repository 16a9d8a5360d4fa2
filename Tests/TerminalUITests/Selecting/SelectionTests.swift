import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct SelectionTests {
    private static let page = """
        <title>Words</title><p style="margin: 0">One two three</p><p style="margin: 0">four five</p>
        <p style="margin: 0"><a href="/next?a=1">six</a></p>
        <input type=password value=secret name=p><input value="shown" name=q>
        """

    static let selections: [(keys: String, copied: String)] = [
        // Without a selection, the row.
        ("v y", "One two three"),
        ("v w v w y", "two t"),
        ("v v $ enter", "One two three"),
        ("v v j y", "One two three\nf"),
        ("v V j y", "One two three\nfour five"),
        ("v w w v b y", "two t"),
        ("v v l l o y", "One"),
        ("v shift+right shift+right y", "One"),
        ("v $ v 0 y", "One two three"),
    ]

    @Test("Text is selected by keys", arguments: selections)
    func selects(keys: String, copied: String) throws {
        let bench = InterfaceBench(Self.page, columns: 40, rows: 12)
        #expect(try bench.press(keys) == .copy(copied))
        #expect(bench.interface.overlay == nil)
        #expect(bench.lines.suffix(4).joined().contains("copied \(copied.count) characters"))
    }

    @Test func `The cursor is seen where one is, and what is selected is marked`() throws {
        let bench = InterfaceBench(Self.page, columns: 40, rows: 12)
        try bench.press("v v l l")
        let start = try bench.place(of: "One")
        #expect(bench.frame.cursor == Position(column: start.column + 2, row: start.row))
        let styles = (0..<4).map { bench.frame[start.column + $0, start.row].style.background == .role(.selection) }
        #expect(styles == [true, true, true, false])
        #expect(bench.foot.contains("y copy"))
        try bench.press("escape")
        #expect(bench.frame.cursor == nil)
    }

    @Test func `A drag of the mouse selects and copies, a click stays a click`() throws {
        let bench = InterfaceBench(Self.page, columns: 40, rows: 12)
        let start = try bench.place(of: "two")
        try bench.mouse(0, at: start)
        try bench.mouse(32, at: Position(column: start.column + 1, row: start.row))
        try bench.mouse(32, at: Position(column: start.column + 2, row: start.row))
        #expect(bench.frame[start.column, start.row].style.background == .role(.selection))
        let end = Position(column: start.column + 2, row: start.row)
        #expect(try bench.mouse(0, at: end, isRelease: true) == .copy("two"))
        #expect(bench.interface.overlay == nil)

        let link = try bench.place(of: "six")
        try bench.mouse(0, at: link)
        #expect(bench.interface.simulator.client.address == "/page")
        try bench.mouse(0, at: link, isRelease: true)
        #expect(bench.interface.simulator.client.address == "/next?a=1")
    }

    static let focused: [(keys: String, reaction: Reaction, told: String)] = [
        ("tab y", .copy("/next?a=1"), "copied 9 characters"),
        ("tab o", .copy("/next?a=1"), "/next?a=1: copied"),
        ("tab tab escape tab shift+tab escape", .none, ""),
        ("y", .none, ""),
    ]

    @Test("What has the focus is copied by a key", arguments: focused)
    func copiesFocused(keys: String, reaction: Reaction, told: String) throws {
        let bench = InterfaceBench(Self.page, columns: 60, rows: 12)
        #expect(try bench.press(keys) == reaction)
        #expect(told.isEmpty || bench.lines.suffix(3).joined().contains(told))
    }

    @Test func `A password is never copied`() throws {
        let bench = InterfaceBench(Self.page, columns: 60, rows: 12)
        try bench.press("tab tab")
        #expect(bench.interface.simulator.isEditing)
        #expect(bench.interface.simulator.copyable == nil)
        try bench.press("tab")
        #expect(bench.interface.simulator.copyable?.text == "shown")
        try bench.press("escape v")
        _ = try bench.press("j j j y")
        #expect(!bench.interface.simulator.pageText.matches(of: "secret").isFoundAnywhere)
    }

    @Test func `Inside tmux it is said what tmux has to be told`() throws {
        let bench = InterfaceBench(Self.page, columns: 80, rows: 12, clipboard: .tmux)
        try bench.press("v y")
        let told = bench.lines.suffix(3).joined(separator: " ").split(separator: " ").joined(separator: " ")
        #expect(told.contains("set -g set-clipboard on"))
    }

    @Test func `What is too long for a clipboard is cut, and that is told`() throws {
        let page = (0..<4_000).map { _ in "<p style='margin: 0'>0123456789 0123456789 0123456789</p>" }.joined()
        let bench = InterfaceBench(page, columns: 80, rows: 12)
        guard case .copy(let text) = try bench.press("v V G y") else {
            Issue.record("nothing was copied")
            return
        }
        #expect(text.utf8.count == 100_000)
        #expect(bench.frame.text.contains("the first of"))
    }

    @Test func `A page that became smaller keeps the cursor on it`() throws {
        let bench = InterfaceBench(
            (1...60).map { "<p>Row \($0) of words that go on for a while</p>" }.joined(), columns: 20)
        try bench.press("v G $ v")
        bench.interface.resize(Size(columns: 120, rows: 40))
        try bench.press("0 $ w b k y")
        #expect(bench.interface.frame().size == Size(columns: 120, rows: 40))
    }

    static let texts: [(lines: [String], from: Position, to: Position, text: String)] = [
        (["│ Name  │", "│ blank │"], Position(column: 0, row: 0), Position(column: 8, row: 1), "Name\nblank"),
        (
            ["╭─ error ─╮", "│ No.     │", "╰─────────╯"], Position(column: 0, row: 0), Position(column: 10, row: 2),
            "error\nNo."
        ),
        (["  one", "    two"], Position(column: 0, row: 0), Position(column: 6, row: 1), "one\n  two"),
        (["漢字 x"], Position(column: 2, row: 0), Position(column: 5, row: 0), "字 x"),
        (["abc"], Position(column: 2, row: 0), Position(column: 0, row: 0), "abc"),
    ]

    @Test("Lines around panels are none of the text", arguments: texts)
    func text(lines: [String], from: Position, to: Position, text: String) {
        let picture = Frame(columns: 12, lines: lines)
        #expect(SelectedText(picture: picture).text(from: from, to: to) == text)
    }
}

extension PageMatches {
    fileprivate var isFoundAnywhere: Bool { count > 0 }
}
