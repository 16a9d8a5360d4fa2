import HTMLTree
import LiveClient
import Testing

@testable import Simulator

@Suite struct FileTests {
    private static let form = """
        <form id="f" phx-change="c"><label for="one">One</label><input type="file" id="one" name="one">
        <label id="l" for="many">Many</label><input type="file" id="many" name="many" multiple>
        <input id="t" name="t"><input type="file" id="off" name="off" disabled></form>
        """

    private func file(_ name: String) -> ClientFile { ClientFile(name: name, bytes: [1, 2, 3]) }

    @Test func `Choosing files is one change, and takes the focus`() throws {
        let bench = Bench(Self.form)
        try bench.simulator.choose([file("a.txt"), file("b.txt")], in: bench.one("#many"))
        #expect(bench.host.events.count == 1)
        #expect(bench.focus == "many")
        #expect(bench.document.files(of: try bench.one("#many")).map(\.name) == ["a.txt", "b.txt"])
    }

    @Test func `What a person could not do is told`() throws {
        let bench = Bench(Self.form)
        #expect(throws: SimulatorError.self) { try bench.simulator.choose([file("a")], in: bench.one("#off")) }
        let several = #expect(throws: SimulatorError.self) {
            try bench.simulator.choose([file("a"), file("b")], in: bench.one("#one"))
        }
        #expect(several?.message == #"file field "One" takes one file, got 2: it has no "multiple""#)
        let other = #expect(throws: SimulatorError.self) {
            try bench.simulator.choose([file("a")], in: bench.one("#t"))
        }
        #expect(other?.message.hasSuffix("takes no files: upload works on file inputs") == true)
        #expect(bench.host.events.isEmpty)
    }

    @Test(arguments: ["enter", "space"])
    func `A key on a file input asks for files, and the next key ends that`(key: String) throws {
        let bench = Bench(Self.form)
        try bench.simulator.focus(bench.one("#one"))
        try bench.press(key)
        #expect(try bench.simulator.fileRequest == bench.one("#one"))
        try bench.press("tab")
        #expect(bench.simulator.fileRequest == nil)
    }

    @Test func `A click on a label asks for the files of its input`() throws {
        let bench = Bench(Self.form)
        try bench.simulator.click(bench.one("#l"))
        #expect(try bench.simulator.fileRequest == bench.one("#many"))
    }
}
