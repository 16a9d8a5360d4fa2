import LiveEngine
import Markup
import Testing
import TextLayout

@testable import Scenarios

/// What a person does by keys, and the steps that come of it; each recording passes when it is run.
@Suite struct RecorderTests {
    private func expect(_ bench: RecordingBench, _ steps: [String]) {
        #expect(bench.steps == steps)
        let failure = bench.failure()
        #expect(failure == nil, "\(failure ?? "")")
    }

    @Test(
        arguments: [
            ("tab A d a enter", ["fill: { label: Name, with: Ada }", "submit"]),
            ("tab enter !flash", ["submit", #"expect: { flash: { error: "Name cannot be blank." } }"#]),
            ("tab enter alt+1", ["submit", "dismiss: error"]),
            ("tab enter escape 1", ["submit", "dismiss: error"]),
            ("tab enter escape x", ["submit", "dismiss: error"]),
            ("tab A x backspace left d right a backspace b", ["fill: { label: Name, with: dAb }"]),
            ("tab A b backspace backspace tab", []),
            ("tab tab space", ["check: Newsletter"]),
            ("tab tab space space", ["check: Newsletter", "uncheck: Newsletter"]),
            ("tab tab enter", ["submit"]),
            ("tab tab tab down", ["choose: { label: Country, option: Peru }"]),
            ("tab tab tab down up", ["choose: { label: Country, option: Japan }"]),
            ("tab tab tab up", []),
            ("tab tab tab P", ["choose: { label: Country, option: Peru }"]),
            ("tab tab tab tab enter", ["submit: Save"]),
            (
                "tab tab tab tab space !flash",
                ["submit: Save", #"expect: { flash: { error: "Name cannot be blank." } }"#]
            ),
            ("tab A tab tab tab enter", ["fill: { label: Name, with: A }", "submit: Save"]),
            ("tab A !field", ["fill: { label: Name, with: A }", "expect: { target: Name, value: A }"]),
            ("tab tab !field", ["expect: { target: Newsletter, state: unchecked }"]),
            ("tab tab tab !field", ["expect: { target: Country, value: Japan }"]),
            ("tab tab tab tab !field", ["focus: Save", "expect: { target: Save, state: focused }"]),
            ("tab A d !undo enter", ["submit"]),
            ("tab A enter !undo", ["fill: { label: Name, with: A }"]),
            ("tab tab tab tab tab tab tab enter", ["click: Later"]),
            (
                "shift+tab enter @500 !flash",
                [
                    "click: Later", "advance: 500ms", "expect: { flash: { late: Half a second later } }",
                ]
            ),
            ("shift+tab enter @200 enter @400 tab @1000", ["click: Later", "click: Later", "advance: 500ms"]),
            (
                "shift+tab shift+tab shift+tab enter",
                [
                    "click: { role: link, named: Edit, within: { role: row, named: Ada } }", "expect: { path: /ada }",
                ]
            ),
            ("r", ["go: reload"]),
            ("tab A @3000 d a @9000", ["fill: { label: Name, with: Ada }"]),
        ] as [(String, [String])])
    func `keys become steps`(keys: String, steps: [String]) throws {
        let bench = RecordingBench.settings()
        try bench.press(keys)
        if bench.simulator.client.url == "/settings" {
            expect(bench, steps)
        } else {
            // The page behind the link is none of the app's.
            #expect(bench.steps == steps)
        }
    }

    @Test(
        arguments: [
            ("Newsletter", ["check: Newsletter"]),
            ("Save", ["submit: Save"]),
            ("Later", ["click: Later"]),
            ("Name", []),
            ("Hello,", []),
        ] as [(String, [String])])
    func `clicks become steps`(text: String, steps: [String]) throws {
        let bench = RecordingBench.settings()
        try bench.click(text)
        expect(bench, steps)
    }

    @Test func `a click on a banner dismisses it, and one on a hint presses what has it`() throws {
        let bench = RecordingBench.settings()
        try bench.press("tab enter escape")
        try bench.click("Name cannot be blank.")
        try bench.press("f")
        let labels = try #require(bench.simulator.hints).labels
        let save = try #require(labels.first { bench.simulator.document.accessibleName(of: $0.key) == "Save" })
        try bench.press(save.value.map(String.init).joined(separator: " "))
        expect(bench, ["submit", "dismiss: error", "submit: Save"])
    }

    @Test func `a paste folds into what is typed`() throws {
        let bench = RecordingBench.settings()
        try bench.press("tab A")
        bench.simulator.paste("da Love\nlace")
        try bench.press("backspace")
        expect(bench, ["fill: { label: Name, with: Ada Love lac }"])
    }

    @Test func `a text that is marked is expected`() throws {
        let bench = RecordingBench.settings()
        let lines = bench.simulator.frame().text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.hasPrefix("Settings") })
        bench.recorder.expectText(from: Position(column: 0, row: row), to: Position(column: 0, row: row))
        bench.recorder.expectText(from: Position(column: 6, row: row), to: Position(column: 0, row: row))
        bench.recorder.expectText(from: Position(column: 70, row: row), to: Position(column: 75, row: row))
        #expect(bench.recorder.note == "there is no text")
        expect(bench, ["expect: Settings", "expect: Setting"])
    }

    @Test func `what a password is stands nowhere`() throws {
        let bench = RecordingBench(
            """
            <form phx-submit="go"><label>Password <input type="password" name="p"></label>\
            <label>Again <input type="password" name="q"></label><button>Go</button></form>
            """)
        try bench.press("tab s e c r e t tab s e c r e t enter")
        expect(
            bench,
            [
                #"fill: { label: Password, with: "${password}" }"#, #"fill: { label: Again, with: "${password}" }"#,
                "submit",
            ])
        let text = bench.recorder.current.text()
        #expect(!text.contains("secret"))
        #expect(text.hasPrefix("# Run it with --set password=…\n"))
    }

    @Test(arguments: ["${case}", "a: b", "- x", "#no", "\"'\\", "${", "$${x}", "yes", "12", " ", "{}", "名 é 🏳️‍🌈"])
    func `what is typed is read back as it was`(text: String) throws {
        let bench = RecordingBench.settings()
        try bench.press("tab")
        bench.simulator.paste(text)
        try bench.press("!field tab tab tab enter")
        #expect(bench.steps.count == 3)
        let failure = bench.failure()
        #expect(failure == nil, "\(failure ?? "")")
    }

    @Test func `a question is answered, and radios are chosen`() throws {
        let bench = RecordingBench(
            """
            <button phx-click="go" data-confirm="Sure?">Go</button>\
            <form><fieldset><legend>Colour</legend><label><input type="radio" name="c" value="r" checked>Red</label>\
            <label><input type="radio" name="c" value="g">Green</label>\
            <label><input type="radio" name="c" value="b">Blue</label></fieldset>\
            <label>Loud <input type="range" name="l" value="50"></label></form>
            """)
        try bench.press("tab enter y tab down down tab right right")
        expect(
            bench,
            ["click: Go", "confirm: yes", "choose: { label: Blue }", #"fill: { label: Loud, with: "52" }"#])
    }

    @Test func `a form among several is sent by its button`() throws {
        let bench = RecordingBench(
            """
            <form phx-submit="a"><label>One <input name="a"></label><button>Send one</button></form>\
            <form phx-submit="b"><label>Two <input name="b"></label><button>Send two</button></form>
            """)
        try bench.press("tab enter x enter tab tab enter")
        expect(bench, ["submit: Send one", "fill: { label: One, with: x }", "submit", "submit: Send two"])
    }

    @Test func `a form that a field keeps back is not recorded, and that is said`() throws {
        let bench = RecordingBench(
            #"<form phx-submit="a"><label>One <input name="a" required></label><button>Send</button></form>"#)
        try bench.press("tab enter")
        expect(bench, [])
        #expect(bench.recorder.note?.hasPrefix("not recorded: the form was not sent: text field \"One\"") == true)
    }

    @Test func `the size is written when it changes, and not at the start`() throws {
        let bench = RecordingBench.settings()
        bench.simulator.resize(Size(columns: 70, rows: 20))
        try bench.press("tab A")
        bench.simulator.resize(Size(columns: 60, rows: 10))
        bench.simulator.resize(Size(columns: 61, rows: 10))
        expect(bench, ["fill: { label: Name, with: A }", "resize: 61x10"])
    }

    // MARK: Pages that answer

    /// Answers each change with how long the text is and which change it was, keys with their names, the focus with a note.
    private struct EchoView: LiveView {
        struct Context: LiveContext {
            var text = ""
            var keys = ""
            var note = ""
            var changes = 0
        }

        func handleEvent(_ name: String, _ payload: Payload, _ socket: inout Socket) {
            switch name {
            case "change":
                socket.context.text = payload["text"]?.string ?? ""
                socket.context.changes += 1
            case "key": socket.context.keys += (payload["key"]?.string ?? "") + ","
            default: socket.context.note += name + "!"
            }
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            """
            <div phx-window-keydown="key" phx-key="F7"></div>
            <form phx-change="change"><label>Text <input name="text" value="\(context.text)"></label>
            <label>Slow <input name="slow" phx-debounce="300"></label></form>
            <label>Keys <input name="k" phx-keydown="key"></label>
            <label>Seen <input name="s" phx-focus="focus" phx-blur="blur"></label>
            <button phx-click="go">Go</button>
            <p>\(context.text.count) letters, \(context.keys) keys, \(context.note) notes, \(context.changes) changes</p>
            """
        }
    }

    @Test(
        arguments: [
            ("tab A d a", ["focus: Text", "type: Ada"]),
            ("tab A", ["fill: { label: Text, with: A }"]),
            ("tab A d backspace backspace a", ["focus: Text", "type: Ad", "press: backspace backspace", "type: a"]),
            ("tab A d a tab tab x y", ["focus: Text", "type: Ada", "focus: Keys", "type: xy"]),
            ("tab tab tab up down down", ["focus: Keys", "press: up", "press: down down"]),
            ("tab tab tab tab x", ["focus: Keys", "press: tab", "fill: { label: Seen, with: x }"]),
            ("tab tab tab tab tab", ["focus: Keys", "press: tab", "focus: Go"]),
            ("tab tab tab tab escape", ["focus: Keys", "press: tab", "press: escape"]),
            ("shift+tab shift+tab x", ["fill: { label: Seen, with: x }"]),
            ("shift+tab shift+tab tab", ["focus: Seen", "focus: Go"]),
            ("shift+tab shift+tab escape", ["focus: Seen", "press: escape"]),
            (
                "tab tab x backspace @500",
                ["focus: Slow", "type: x", "press: backspace", "advance: 300ms"]
            ),
            ("tab tab left @500", []),
            ("f7 f7 f7", ["press: { key: f7, times: 3 }"]),
            ("tab f7", ["focus: Text", "press: f7"]),
            ("tab A escape f7", ["fill: { label: Text, with: A }", "press: escape", "press: f7"]),
            ("tab A f7", ["fill: { label: Text, with: A }", "press: f7"]),
            ("shift+tab enter f7 tab f7", ["click: Go", "press: f7", "focus: Text", "press: f7"]),
        ] as [(String, [String])])
    func `strokes count where the page answers to them`(keys: String, steps: [String]) throws {
        let bench = RecordingBench { Routes { Route("/", "Echo") { EchoView() } } }
        try bench.press(keys)
        expect(bench, steps)
    }
}
