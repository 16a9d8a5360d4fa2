import LiveEngine
import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import Scenarios

/// A page of some views, a recorder that listens to it, and the run of what it recorded.
struct RecordingBench {
    let clock = VirtualClock()
    let simulator: Simulator
    let recorder: Recorder
    private let routes: @Sendable () -> Routes

    /// - Parameter routes: Makes the views, for the recording and for the run anew.
    init(at path: String = "/", size: Size = Size(columns: 80, rows: 24), _ routes: @escaping @Sendable () -> Routes) {
        self.routes = routes
        simulator = Simulator(host: Engine(routes: routes(), clock: clock), clock: clock, size: size)
        simulator.open(path)
        recorder = Recorder(of: simulator)
        recorder.start(at: path)
    }

    init(_ html: String) { self.init { Routes { Route("/", "Page") { PageView(html: html) } } } }

    static func settings() -> RecordingBench {
        RecordingBench(at: "/settings") { Routes { Route("/settings", "Settings") { SettingsView() } } }
    }

    /// Presses keys by their names, divided by blanks. `@500` lets so many milliseconds pass, `!field`, `!flash`,
    /// `!undo` stand for the keys of the recording itself.
    func press(_ keys: String) throws {
        for word in keys.split(separator: " ") {
            switch word {
            case "!field": recorder.expectFocused()
            case "!flash": recorder.expectNewestFlash()
            case "!undo": recorder.undo()
            case _ where word.hasPrefix("@"): simulator.advance(by: .milliseconds(try #require(Int(word.dropFirst()))))
            case _: simulator.press(try Key(String(word)))
            }
        }
    }

    /// Clicks the first cell of a text on the screen.
    func click(_ text: String) throws {
        let lines = simulator.frame().text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.contains(text) }, "\(text) is not on the screen")
        let before = lines[row].prefix(upTo: try #require(lines[row].firstRange(of: text)).lowerBound)
        simulator.click(at: Position(column: TextWidth.width(of: String(before)), row: row))
    }

    /// The steps after the first, which opens the page.
    var steps: [String] { recorder.current.steps.dropFirst().map { String($0.line.dropFirst(2)) } }

    /// Runs what was recorded.
    ///
    /// - Returns: What the run tells when it fails; nil when it passes.
    func failure() -> String? {
        let script = recorder.current
        let read = ScenarioReader(settings: script.usedSecrets).read(text: script.text(), path: "recorded.yaml")
        guard let scenario = read.scenario else {
            return ProblemPrinter(sources: read.sources).print(read.problems) + script.text()
        }
        let runner = ScenarioRunner(makeHost: { [routes] clock, observer in
            Engine(routes: routes(), clock: clock, observer: observer)
        })
        var report = ScenarioReport()
        for result in runner.run(scenario) { _ = report.add(result) }
        return report.hasFailures ? report.ending + script.text() : nil
    }
}
