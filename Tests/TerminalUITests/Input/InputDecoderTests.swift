import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct InputDecoderTests {
    private static let e = "\u{1B}"

    private static func key(_ code: Key.Code, _ modifiers: Key.Modifiers = []) -> [InputEvent] {
        [.key(Key(code, modifiers))]
    }

    private static func typed(_ text: String) -> [InputEvent] { text.map { .key(Key(.character($0))) } }

    // MARK: - Keys

    static let keys: [(bytes: String, events: [InputEvent])] = [
        ("a", typed("a")),
        ("A", typed("A")),
        ("é", typed("é")),
        ("漢字", typed("漢字")),
        ("👩‍🚀e\u{301}", typed("👩‍🚀e\u{301}")),
        (" ", typed(" ")),
        ("\r", key(.enter)),
        ("\n", key(.enter)),
        ("\t", key(.tab)),
        ("\u{7F}", key(.backspace)),
        ("\u{08}", key(.backspace)),
        ("\u{00}", key(.character(" "), .control)),
        ("\u{01}", key(.character("a"), .control)),
        ("\u{11}", key(.character("q"), .control)),
        ("\u{1A}", key(.character("z"), .control)),
        ("\u{1F}", key(.character("_"), .control)),
        ("\(e)[A", key(.up)),
        ("\(e)OA", key(.up)),
        ("\(e)[B", key(.down)),
        ("\(e)[C", key(.right)),
        ("\(e)[D", key(.left)),
        ("\(e)[H", key(.home)),
        ("\(e)[1~", key(.home)),
        ("\(e)[7~", key(.home)),
        ("\(e)[F", key(.end)),
        ("\(e)OF", key(.end)),
        ("\(e)[4~", key(.end)),
        ("\(e)[2~", key(.insert)),
        ("\(e)[3~", key(.delete)),
        ("\(e)[5~", key(.pageUp)),
        ("\(e)[6~", key(.pageDown)),
        ("\(e)[Z", key(.tab, .shift)),
        ("\(e)OP", key(.function(1))),
        ("\(e)[11~", key(.function(1))),
        ("\(e)[[A", key(.function(1))),
        ("\(e)[[E", key(.function(5))),
        ("\(e)OS", key(.function(4))),
        ("\(e)[15~", key(.function(5))),
        ("\(e)[17~", key(.function(6))),
        ("\(e)[21~", key(.function(10))),
        ("\(e)[23~", key(.function(11))),
        ("\(e)[24~", key(.function(12))),
        ("\(e)[34~", key(.function(20))),
        ("\(e)OM", key(.enter)),
        ("\(e)Oq", typed("1")),
        ("\(e)Ok", typed("+")),
    ]

    @Test("Every terminal's bytes of a key give that key", arguments: keys)
    func decodesKey(bytes: String, events: [InputEvent]) {
        var decoder = InputDecoder()
        #expect(decoder.feed(bytes.utf8) == events)
        #expect(decoder.patience == nil)
    }

    static let modified: [(bytes: String, events: [InputEvent])] = [
        ("\(e)[1;2A", key(.up, .shift)),
        ("\(e)[1;3A", key(.up, .alt)),
        ("\(e)[1;5C", key(.right, .control)),
        ("\(e)[1;6D", key(.left, [.control, .shift])),
        ("\(e)[1;7H", key(.home, [.control, .alt])),
        ("\(e)[1;9B", key(.down, .super)),
        ("\(e)[3;5~", key(.delete, .control)),
        ("\(e)[5;3~", key(.pageUp, .alt)),
        ("\(e)[24;2~", key(.function(12), .shift)),
        ("\(e)[1;5R", key(.function(3), .control)),
        ("\(e)[a", key(.up, .shift)),
        ("\(e)Oa", key(.up, .control)),
        ("\(e)[3$", key(.delete, .shift)),
        ("\(e)[3^", key(.delete, .control)),
        ("\(e)[3@", key(.delete, [.control, .shift])),
        ("\(e)\(e)[A", key(.up, .alt)),
        ("\(e)\(e)OD", key(.left, .alt)),
        ("\(e)1", key(.character("1"), .alt)),
        ("\(e)b", key(.character("b"), .alt)),
        ("\(e)é", key(.character("é"), .alt)),
        ("\(e)\u{7F}", key(.backspace, .alt)),
        ("\(e)\r", key(.enter, .alt)),
        ("\(e)\u{06}", key(.character("f"), [.control, .alt])),
        ("\(e)[97;5u", key(.character("a"), .control)),
        ("\(e)[97;2u", typed("A")),
        ("\(e)[13;5u", key(.enter, .control)),
        ("\(e)[27u", key(.escape)),
        ("\(e)[27;6;9~", key(.tab, [.control, .shift])),
        ("\(e)[97;1:3u", []),
    ]

    @Test("Modifiers come with the key in each of their spellings", arguments: modified)
    func decodesModifiers(bytes: String, events: [InputEvent]) {
        var decoder = InputDecoder()
        #expect(decoder.feed(bytes.utf8) == events)
        #expect(decoder.patience == nil)
    }

    // MARK: - Time

    static let ambiguous: [(bytes: String, events: [InputEvent])] = [
        ("\(e)", key(.escape)),
        ("\(e)[", key(.character("["), .alt)),
        ("\(e)O", key(.character("O"), .alt)),
        ("\(e)]", key(.character("]"), .alt)),
        ("\(e)P", key(.character("P"), .alt)),
        ("\(e)\(e)", key(.escape) + key(.escape)),
        ("\(e)[1;5", []),
        ("\(e)[[", []),
        ("\(e)[M!", []),
    ]

    @Test("What could go on is decided when nothing more comes in time", arguments: ambiguous)
    func waits(bytes: String, events: [InputEvent]) {
        var decoder = InputDecoder()
        #expect(decoder.feed(bytes.utf8) == [])
        #expect(decoder.patience != nil)
        #expect(decoder.expire() == events)
        #expect(decoder.patience == nil)
        #expect(decoder.feed("x".utf8) == Self.typed("x"))
    }

    @Test func `A person waits no longer than 25 milliseconds for the escape key`() {
        var decoder = InputDecoder()
        _ = decoder.feed([0x1B])
        #expect(decoder.patience == .milliseconds(25))
    }

    @Test(
        "A sequence means the same in whatever pieces it comes",
        arguments: ["\(e)[1;5C", "\(e)[<0;10;5M", "\(e)OP", "é漢👍", "\(e)é", "\(e)[200~hé\r\nyou\(e)[201~x"])
    func joinsPieces(bytes: String) {
        var whole = InputDecoder()
        var pieces = InputDecoder()
        let expected = whole.feed(bytes.utf8)
        #expect(bytes.utf8.flatMap { pieces.feed(CollectionOfOne($0)) } == expected)
        #expect(!expected.isEmpty)
    }

    @Test func `Several keys in one read come in their order`() {
        var decoder = InputDecoder()
        let events = decoder.feed("ab\u{1B}[A\r\u{1B}1é".utf8)
        #expect(
            events == Self.typed("ab") + Self.key(.up) + Self.key(.enter) + Self.key(.character("1"), .alt)
                + Self.typed("é"))
    }

    // MARK: - What is not a key

    static let swallowed: [String] = [
        "\(e)[999~", "\(e)[?1;2c", "\(e)[>41;354;0c", "\(e)[12;40R", "\(e)[I", "\(e)[O", "\(e)[?2026;9$y",
        "\(e)[1;2;3;4z", "\(e)]10;rgb:0000/0000/0000\u{07}", "\(e)]11;rgb:ffff/ffff\(e)\\", "\(e)]11;?\u{07}",
        "\(e)]11;rgb:12345/0/0\u{07}", "\(e)]0;\(String(repeating: "long", count: 99))\u{07}",
        "\(e)P>|tmux 3.3a\(e)\\", "\(e)_Gi=1;OK\(e)\\", "\(e)[201~", "\(e)[57441;1u", "\(e)[<35;10;5M",
        "\(e)[[z", "\(e)[<64;1M",
    ]

    @Test("A sequence without a meaning is swallowed whole", arguments: swallowed)
    func swallows(bytes: String) {
        var decoder = InputDecoder()
        #expect(decoder.feed((bytes + "x").utf8) == Self.typed("x"))
        var slow = InputDecoder()
        #expect((bytes + "x").utf8.flatMap { slow.feed(CollectionOfOne($0)) } == Self.typed("x"))
    }

    static let answers: [(String, TerminalAnswer)] = [
        ("\(e)]11;rgb:1515/1818/1c1c\u{07}", .ground(.rgb(red: 0x15, green: 0x18, blue: 0x1C))),
        ("\(e)]11;rgb:f/8/0\(e)\\", .ground(.rgb(red: 255, green: 136, blue: 0))),
        ("\(e)]11;rgba:ff/ff/ff/80\(e)\\", .ground(.rgb(red: 255, green: 255, blue: 255))),
        ("\(e)[?2027;2$y", .mode(2027, .off)), ("\(e)[?2027;0$y", .mode(2027, .unknown)),
        ("\(e)[?2026;1$y", .mode(2026, .on)),
    ]

    @Test(arguments: answers)
    func `An answer of the terminal is told from keys, in whatever pieces it comes`(
        bytes: String, answer: TerminalAnswer
    ) {
        let expected = Self.typed("a") + [.answer(answer)] + Self.typed("b")
        var decoder = InputDecoder()
        #expect(decoder.feed(("a" + bytes + "b").utf8) == expected)
        var slow = InputDecoder()
        #expect(("a" + bytes + "b").utf8.flatMap { slow.feed(CollectionOfOne($0)) } == expected)
    }

    @Test func `A control character breaks a sequence off and counts itself`() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}[1;5\rx".utf8) == Self.key(.enter) + Self.typed("x"))
    }

    @Test func `A sequence without an end is thrown away after a while`() {
        var decoder = InputDecoder()
        let events = decoder.feed("\u{1B}[".utf8) + decoder.feed(Array(repeating: UInt8(ascii: "1"), count: 5_000))
        #expect(events.count < 5_000)
        #expect(decoder.expire().count < 5_000)
        #expect(decoder.feed("\r".utf8) == Self.key(.enter))
    }

    static let broken: [(bytes: [UInt8], text: String)] = [
        ([0xFF], "\u{FFFD}"),
        ([0x80, 0x61], "\u{FFFD}a"),
        ([0xC3, 0x28], "\u{FFFD}("),
        ([0xE2, 0x82, 0x61], "\u{FFFD}a"),
        ([0xF0, 0x9F, 0x98, 0x61], "\u{FFFD}a"),
        ([0xC0, 0xAF, 0x61], "\u{FFFD}\u{FFFD}a"),
        ([0xC2, 0x85, 0x61], "a"),
    ]

    @Test("Broken text shows as replacement characters and takes nothing else with it", arguments: broken)
    func mendsText(bytes: [UInt8], text: String) {
        var decoder = InputDecoder()
        #expect(decoder.feed(bytes) == Self.typed(text))
    }

    @Test func `Text that breaks off shows as a replacement character when nothing more comes`() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0xE2, 0x82]) == [])
        #expect(decoder.expire() == Self.typed("\u{FFFD}"))
    }

    // MARK: - Paste

    static let pastes: [(bytes: String, events: [InputEvent])] = [
        ("\(e)[200~hello\(e)[201~", [.paste("hello")]),
        ("\(e)[200~a\r\nb\rc\nd\(e)[201~", [.paste("a\nb\nc\nd")]),
        ("\(e)[200~a\tb\(e)[31mc\u{07}\(e)[201~", [.paste("a\tb[31mc")]),
        ("\(e)[200~\(e)[201~", []),
        ("x\(e)[200~y\(e)[201~z", typed("x") + [.paste("y")] + typed("z")),
        ("\(e)[200~日本👩‍🚀\(e)[201~", [.paste("日本👩‍🚀")]),
    ]

    @Test("A bracketed paste is one event without control characters", arguments: pastes)
    func decodesPaste(bytes: String, events: [InputEvent]) {
        var decoder = InputDecoder()
        #expect(decoder.feed(bytes.utf8) == events)
    }

    @Test func `A paste whose end is lost is given after a while and typing goes on`() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}[200~half".utf8) == [])
        #expect(decoder.patience == .seconds(2))
        #expect(decoder.expire() == [.paste("half")])
        #expect(decoder.feed("x".utf8) == Self.typed("x"))
    }

    @Test func `A paste whose end is lost does not swallow the key that quits`() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}[200~half".utf8) == [])
        #expect(decoder.feed([0x11]) == [.key(Key(.character("q"), .control))])
        #expect(decoder.feed("more\u{11}\u{1B}[201~".utf8) == [.paste("halfmore")])
    }

    @Test func `A long paste in many pieces stays one event`() {
        var decoder = InputDecoder()
        var events = decoder.feed("\u{1B}[200~".utf8)
        for _ in 0..<1_000 { events += decoder.feed(Array(repeating: UInt8(ascii: "a"), count: 1_000)) }
        events += decoder.feed("\u{1B}[201~".utf8)
        #expect(events == [.paste(String(repeating: "a", count: 1_000_000))])
    }

    // MARK: - Mouse

    static let mouse: [(bytes: String, event: MouseEvent?)] = [
        ("\(e)[<0;1;1M", MouseEvent(code: 0, column: 1, row: 1, isRelease: false)),
        ("\(e)[<0;300;200M", MouseEvent(code: 0, column: 300, row: 200, isRelease: false)),
        ("\(e)[<2;4;5M", MouseEvent(code: 2, column: 4, row: 5, isRelease: false)),
        ("\(e)[<0;4;5m", MouseEvent(code: 0, column: 4, row: 5, isRelease: true)),
        ("\(e)[<64;4;5M", MouseEvent(code: 64, column: 4, row: 5, isRelease: false)),
        ("\(e)[<69;4;5M", MouseEvent(code: 69, column: 4, row: 5, isRelease: false)),
        ("\(e)[M !!", MouseEvent(code: 0, column: 1, row: 1, isRelease: false)),
    ]

    @Test("Mouse reports give button and cell", arguments: mouse)
    func decodesMouse(bytes: String, event: MouseEvent?) throws {
        var decoder = InputDecoder()
        #expect(decoder.feed(bytes.utf8) == [.mouse(try #require(event))])
    }

    @Test func `A mouse report counts cells from zero and tells wheel from button`() throws {
        let click = try #require(MouseEvent(code: 0, column: 10, row: 5, isRelease: false))
        #expect(click.position == Position(column: 9, row: 4))
        #expect(click.action == .press(.left))
        let wheel = try #require(MouseEvent(code: 65 + 16, column: 1, row: 1, isRelease: false))
        #expect(wheel.action == .wheelDown)
        #expect(wheel.modifiers == .control)
        #expect(MouseEvent(code: 35, column: 1, row: 1, isRelease: false) == nil)
    }
}
