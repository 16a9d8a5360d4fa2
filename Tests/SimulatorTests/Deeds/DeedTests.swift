import HTMLTree
import LiveProtocol
import Testing
import TextLayout

@testable import Simulator

/// What a listener hears of a person's inputs.
@Suite struct DeedTests {
    /// Writes down what it hears.
    private final class Ear: DeedListener {
        let document: Document
        var heard: [String] = []

        init(_ document: Document) { self.document = document }

        func inputBegins(_ input: PageInput) { heard.append("[") }
        func pageHears(_ key: Key) { heard.append("hears \(key.name)") }
        func inputEnded() { heard.append("]") }
        func timerWillRun() { heard.append("timer") }
        func timerRan(_ timer: TimerRun) { heard.append("\(timer.due - timer.scheduled)") }

        func willDo(_ deed: Deed) {
            func id(_ node: NodeID) -> String { document.attribute("id", of: node) ?? document.name(of: node) }
            let words =
                switch deed {
                case .edit(let node): "edit \(id(node))"
                case .choose(let node): "choose \(id(node))"
                case .press(let node): "press \(id(node))"
                case .submit(let node): "submit from \(id(node))"
                case .dismiss(let banner): "dismiss \(banner.key ?? "")"
                case .answer(let isYes): "answer \(isYes)"
                case .upload(let files, let node, let paths): "upload \(files.count) \(id(node)) \(paths)"
                case .goBack: "back"
                case .goForward: "forward"
                case .reload: "reload"
                case .scroll(let rows): "scroll \(rows)"
                case .resize(let size): "resize \(size.columns)x\(size.rows)"
                }
            heard.append(words)
        }
    }

    private static let page = """
        <p class="info" phx-click="lv:clear-flash" phx-value-key="info">Saved</p>
        <form id="form" phx-submit="save"><input id="name" name="name"><input type="checkbox" id="box" name="box">
        <select id="list" name="list"><option>one<option>two</select><button id="send">Send</button></form>
        <a id="ask" href="#" phx-click="ask" data-confirm="Sure?">Ask</a>
        <input id="keys" phx-keydown="key" phx-key="F7"><input type="file" id="file">
        """

    @Test(
        arguments: [
            ("tab", "[ ]"),
            ("tab a", "[ ] [ edit name ]"),
            ("tab left enter", "[ ] [ edit name ] [ submit from name ]"),
            ("tab tab space enter", "[ ] [ ] [ press box ] [ submit from box ]"),
            ("tab tab tab down o", "[ ] [ ] [ ] [ choose list ] [ choose list ]"),
            ("tab tab tab tab enter", "[ ] [ ] [ ] [ ] [ press send ]"),
            ("1", "[ dismiss info ]"),
            ("tab alt+1", "[ ] [ dismiss info ]"),
            ("shift+tab shift+tab f7 f8", "[ ] [ ] [ hears f7 ] [ ]"),
            ("shift+tab enter", "[ ] [ press file ]"),
            ("shift+tab shift+tab shift+tab enter y", "[ ] [ ] [ ] [ press ask ] [ answer true ]"),
            ("shift+tab shift+tab shift+tab enter n", "[ ] [ ] [ ] [ press ask ] [ answer false ]"),
            ("r", "[ reload ]"),
        ])
    func `keys are heard as what they do`(keys: String, heard: String) throws {
        let bench = Bench(Self.page)
        let ear = Ear(bench.document)
        bench.simulator.deedListener = ear
        try bench.press(keys)
        #expect(ear.heard.joined(separator: " ") == heard)
    }

    @Test func `a hint presses what it stands on`() throws {
        let bench = Bench(Self.page)
        let ear = Ear(bench.document)
        bench.simulator.deedListener = ear
        try bench.press("f")
        let label = try #require(bench.simulator.hints?.labels[try bench.one("#send")])
        try bench.press(label.map(String.init).joined(separator: " "))
        #expect(ear.heard.contains("press send"))
    }

    @Test func `pastes, sizes and timers are heard, too`() throws {
        let bench = Bench(Self.page)
        // The client looks a moment after a join whether it was answered.
        bench.simulator.advance(by: .milliseconds(1))
        let ear = Ear(bench.document)
        bench.simulator.deedListener = ear
        bench.simulator.paste("nowhere")
        try bench.press("tab")
        bench.simulator.paste("here")
        bench.simulator.resize(Size(columns: 30, rows: 9))
        bench.simulator.resize(Size(columns: 30, rows: 9))
        bench.clock.schedule(after: .seconds(2)) {}
        bench.simulator.advance(by: .seconds(1))
        bench.simulator.advance(by: .seconds(1))
        #expect(
            ear.heard.joined(separator: " ")
                == "[ ] [ edit name ] [ resize 30x9 ] [ ] timer 2.0 seconds")
    }
}
