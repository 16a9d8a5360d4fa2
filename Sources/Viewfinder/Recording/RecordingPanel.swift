import Scenarios
import Simulator
import TerminalUI
import TextLayout

/// Shows a recording beside the page, and adds to it what a person demands by key.
final class RecordingPanel: SidePanel {
    private struct Row: Sendable {
        let key: Key
        let short: String
        let does: String
        let act: @Sendable (RecordingPanel) -> SidePanelQuestion?

        /// The key, which gives way to a page that hears it; with alt it works anyway.
        func keys(on simulator: Simulator) -> [Key] {
            let forced = Key(key.code, .alt)
            return simulator.isHeardByPage(key) ? [forced] : [key, forced]
        }
    }

    private let recorder: Recorder
    private let simulator: Simulator
    private let path: String
    private(set) var takesMarks = false
    /// What the scenario shows; asked for at the end unless given.
    private(set) var scenarioTitle: String?

    init(of recorder: Recorder, on simulator: Simulator, path: String, title: String?) {
        self.recorder = recorder
        self.simulator = simulator
        self.path = path
        scenarioTitle = title
    }

    var title: String { "Recording \(ReadableText.quote(path))" }

    var lines: [SidePanelLine] {
        let steps = recorder.current.steps.map(\.line)
        return steps.enumerated().map { SidePanelLine($1, isMarked: $0 == steps.count - 1) }
    }

    var note: String? { takesMarks ? "mark a text with the mouse" : recorder.note }

    var keys: [SidePanelKey] {
        Self.rows.map { SidePanelKey($0.keys(on: simulator), $0.short, $0.does) }
    }

    func press(_ key: Key) -> SidePanelQuestion? {
        let row = Self.rows.first { $0.keys(on: simulator).contains(key) }
        return row?.act(self)
    }

    func mark(from start: Position, to end: Position) {
        takesMarks = false
        recorder.expectText(from: start, to: end)
    }

    var lastQuestion: SidePanelQuestion? {
        guard scenarioTitle == nil else { return nil }
        let page = simulator.client.title
        let standard = page.isEmpty ? simulator.client.url : page
        return SidePanelQuestion("What does it show?", text: standard) { [weak self] in self?.scenarioTitle = $0 }
    }

    private static let rows: [Row] = [
        Row(key: Key(.function(2)), short: "expect field", does: "expect what the focused element holds or is") {
            $0.recorder.expectFocused()
            return nil
        },
        Row(key: Key(.function(3)), short: "expect flash", does: "expect the newest banner") {
            $0.recorder.expectNewestFlash()
            return nil
        },
        Row(key: Key(.function(4)), short: "expect text", does: "expect a text, marked by a click or by dragging") {
            $0.takesMarks.toggle()
            return nil
        },
        Row(key: Key(.function(6)), short: "snapshot", does: "compare a snapshot of the page") { panel in
            SidePanelQuestion("Name of the snapshot") { panel.recorder.addSnapshot(named: $0) }
        },
        Row(key: Key(.function(8)), short: "take back", does: "take the last step out of the scenario") {
            $0.recorder.undo()
            return nil
        },
    ]
}
