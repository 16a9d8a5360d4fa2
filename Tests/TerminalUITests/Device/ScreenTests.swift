import Testing
import TextLayout

@testable import TerminalUI

@Suite struct ScreenTests {
    private func frame(_ lines: String..., cursor: Position? = nil) -> Frame {
        Frame(columns: 6, lines: lines, cursor: cursor)
    }

    @Test func `The first frame is written whole`() {
        let device = FakeDevice(columns: 6, rows: 2)
        Screen(device: device).draw(frame("ab", "漢字"))
        #expect(device.text == "ab\n漢字")
        #expect(device.actions.first == .clear)
    }

    @Test func `A typed letter is one cell and the cursor`() {
        let device = FakeDevice(columns: 6, rows: 2)
        let screen = Screen(device: device)
        screen.draw(frame("ab", "", cursor: Position(column: 2, row: 0)))
        _ = device.takeActions()
        screen.draw(frame("abc", "", cursor: Position(column: 3, row: 0)))
        #expect(
            device.actions == [
                .put("c", width: 1, column: 2, row: 0),
                .present(cursor: Position(column: 3, row: 0)),
            ])
    }

    @Test func `The same frame again costs nothing`() {
        let device = FakeDevice(columns: 6, rows: 2)
        let screen = Screen(device: device)
        screen.draw(frame("ab", ""))
        _ = device.takeActions()
        screen.draw(frame("ab", ""))
        #expect(device.actions.isEmpty)
    }

    @Test func `A cursor that moves alone writes no cell`() {
        let device = FakeDevice(columns: 6, rows: 2)
        let screen = Screen(device: device)
        screen.draw(frame("ab", ""))
        _ = device.takeActions()
        screen.draw(frame("ab", "", cursor: Position(column: 1, row: 1)))
        #expect(device.actions == [.present(cursor: Position(column: 1, row: 1))])
    }

    static let wide: [(before: String, after: String, puts: [FakeDevice.Action])] = [
        ("漢x", "字x", [.put("字", width: 2, column: 0, row: 0)]),
        ("漢x", "abx", [.put("a", width: 1, column: 0, row: 0), .put("b", width: 1, column: 1, row: 0)]),
        ("abx", "漢x", [.put("漢", width: 2, column: 0, row: 0)]),
        (
            "漢x", "a漢",
            [.put("a", width: 1, column: 0, row: 0), .put("漢", width: 2, column: 1, row: 0)]
        ),
        ("漢", "漢", []),
    ]

    @Test("A wide character is written with both its cells", arguments: wide)
    func drawsWide(before: String, after: String, puts: [FakeDevice.Action]) {
        let device = FakeDevice(columns: 6, rows: 1)
        let screen = Screen(device: device)
        screen.draw(frame(before))
        _ = device.takeActions()
        screen.draw(frame(after))
        #expect(device.takeActions().filter { if case .put = $0 { true } else { false } } == puts)
        #expect(device.text == after)
    }

    @Test func `A right half without its left one is blank`() {
        let device = FakeDevice(columns: 6, rows: 1)
        var broken = frame("abc")
        broken[0, 0] = Cell(text: "")
        Screen(device: device).draw(broken)
        #expect(device.text == " bc")
    }

    @Test func `After an invalidation everything is written again`() {
        let device = FakeDevice(columns: 6, rows: 2)
        let screen = Screen(device: device)
        screen.draw(frame("ab", "cd"))
        _ = device.takeActions()
        screen.invalidate()
        screen.draw(frame("ab", "cd"))
        #expect(device.takeActions().count == 12 + 2)
    }

    @Test func `A frame of another size is cut to the terminal`() {
        let device = FakeDevice(columns: 4, rows: 1)
        Screen(device: device).draw(frame("abcdef", "second"))
        #expect(device.text == "abcd")
    }

    @Test func `Much change is to appear in one piece`() {
        let device = FakeDevice(columns: 80, rows: 24)
        let screen = Screen(device: device)
        screen.draw(Frame(size: device.size))
        #expect(device.takeActions().last == .present(cursor: nil))
    }

    @Test func `The title is set when it is another one`() {
        let device = FakeDevice(columns: 4, rows: 1)
        let screen = Screen(device: device)
        screen.setTitle("One")
        screen.setTitle("One")
        screen.setTitle("Two")
        #expect(device.actions == [.title("One"), .title("Two")])
    }
}
