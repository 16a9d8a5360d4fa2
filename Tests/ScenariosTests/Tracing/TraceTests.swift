import LiveProtocol
import Testing
import TextLayout

@testable import Scenarios

@Suite struct TraceTests {
    private static let settings = """
          - open: /settings
          - submit: Save
          - expect: { flash: { error: "Name cannot be blank." } }
          - group: { name: Better, steps: [ { dismiss: error }, { fill: { label: Name, with: "Ada 漢字 🇯🇵" } }, submit ] }
          - click: Later
          - advance: 500ms
          - resize: 40x12
          - page: second
          - open: /settings
          - expect: { text: Nowhere, within: 0s }
        """

    @Test func `What is written is read back, with each picture as it was`() throws {
        let outcome = try Tracing.run(Self.settings)
        let text = TraceWriter.text(of: outcome.trace)
        let trace = try Trace(text: text, path: "t")
        #expect(trace == outcome.trace)
        #expect(TraceWriter.text(of: trace) == text)
        let pictures = TracePictures(of: trace)
        #expect(trace.steps.count == 12)
        for (index, frame) in outcome.frames.enumerated() {
            #expect(pictures.frame(after: index) == frame, "after step \(index + 1)")
        }
        // And backwards, where pictures are made from earlier ones.
        for index in outcome.frames.indices.reversed() {
            #expect(pictures.frame(after: index) == outcome.frames[index])
        }
    }

    @Test func `A step tells what it did, and what came of it`() throws {
        let trace = try Tracing.run(Self.settings).trace
        #expect(trace.header.caseID == "Scenarios/traced.yaml")
        #expect(trace.header.stepCount == 12)
        #expect(trace.ending.outcome == .failed)
        let submit = trace.steps[1]
        #expect(submit.source == "submit: Save")
        #expect(submit.place == Place(line: 4, column: 5))
        #expect(submit.address == "/settings")
        #expect(submit.flash == ["error": "Name cannot be blank."])
        #expect(submit.state?.view == "SettingsView")
        #expect(submit.state?.context == ["name": ""])
        #expect(submit.events.map(\.kind) == [.pushed, .received])
        #expect(submit.events.first?.name == "save")
        #expect(submit.events.first?.note == "form")
        #expect(try submit.events.first.map { try JSONValue(parsing: $0.value ?? "")["country"] } == "Japan")
        #expect(trace.steps[2].picture?.rows.isEmpty == true)
        #expect(trace.steps[3].groups == ["Better"])
        #expect(trace.steps[4].focus == "text field \"Name\"")
        let advance = trace.steps[7]
        #expect((advance.start, advance.end) == (.zero, .milliseconds(500)))
        #expect(advance.took == .milliseconds(1))
        #expect(trace.steps[8].picture?.size == Size(columns: 40, rows: 12))
        #expect(trace.steps[10].page == "second")
        let failure = try #require(trace.steps.last?.failure)
        #expect(failure.hasPrefix("wanted  text \"Nowhere\"\nfound   no such text"))
    }

    @Test func `Two runs differ in what they took, and in nothing else`() throws {
        let texts = try [Duration.milliseconds(1), .seconds(7)].map { tick in
            TraceWriter.text(of: try Tracing.run(Self.settings, tick: tick).trace)
        }
        #expect(texts[0] != texts[1])
        let times = /"took":[0-9]+/
        #expect(texts[0].replacing(times, with: "") == texts[1].replacing(times, with: ""))
    }

    @Test func `A trace of many steps is small, for rows that stay are written once`() throws {
        let one = TraceWriter.text(of: try Tracing.run("  - open: /settings\n  - submit").trace)
        let many = TraceWriter.text(
            of: try Tracing.run("  - open: /settings" + String(repeating: "\n  - submit", count: 101)).trace)
        #expect((many.utf8.count - one.utf8.count) / 100 < 1000)
    }

    @Test func `What was found after its step was over is told there`() throws {
        let trace = try Tracing.run("  - open: /settings\n  - push: { event: nothing }\n  - expect: Settings").trace
        #expect(trace.steps.count == 2)
        #expect(trace.steps[1].failure?.contains("failed-push") == true)
    }

    @Test func `Where there is too much of all, pictures are left out, but not that of the failure`() throws {
        let steps = "  - open: /settings" + String(repeating: "\n  - submit", count: 60) + "\n  - click: Nowhere"
        let outcome = try Tracing.run(steps, limit: 6000)
        let trace = outcome.trace
        #expect(trace.steps.count < 62)
        #expect(trace.ending.omitted == 62 - trace.steps.count)
        #expect(trace.steps.dropLast().last?.picture == nil)
        #expect(trace.steps.last?.failure?.contains("there is no Nowhere") == true)
        #expect(TracePictures(of: trace).frame(after: trace.steps.count - 1) == outcome.frames.last)
        #expect(try Trace(text: TraceWriter.text(of: trace), path: "t") == trace)
    }

    @Test(
        "Cells are told by texts, or one by one where those would grow together",
        arguments: [
            (["a", "b", " ", "c"], "[1,\"ab c\"]"),
            (["漢", "", "字", ""], "[1,\"漢字\"]"),
            (["🇯", "🇵"], "[1,[0,[\"🇯\",\"🇵\"]]]"),
            (["a", "漢", ""], "[1,\"a漢\"]"),
            (["👩‍👩‍👧", "", "!"], "[1,\"👩‍👩‍👧!\"]"),
        ])
    func rows(cells: [String], written: String) throws {
        var frame = Frame(size: Size(columns: 6, rows: 1))
        for (column, cell) in cells.enumerated() { frame[column, 0] = Cell(text: cell) }
        var trace = try Tracing.run("  - open: /settings").trace
        trace.steps[0].picture = TracePicture(frame, after: nil)
        let text = TraceWriter.text(of: trace)
        #expect(text.contains("\"rows\":[\(written)]"))
        #expect(TracePictures(of: try Trace(text: text, path: "t")).frame(after: 0) == frame)
    }

    @Test func `Styles are written once each`() throws {
        let html = ##"<p><b>one</b> <b>two</b> <i style="color:#ff8000;background:#102030">three</i></p>"##
        let outcome = try Tracing.run("  - open: /page", on: html)
        let text = TraceWriter.text(of: outcome.trace)
        #expect(text.contains(##""styles":[{"is":["bold"]},{"text":"#ff8000","ground":"#102030","is":["italic"]}]"##))
        #expect(TracePictures(of: try Trace(text: text, path: "t")).frame(after: 0) == outcome.frames[0])
    }
}
