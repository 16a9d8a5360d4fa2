import LiveProtocol
import Simulator
import Synchronization
import TestSupport
import Testing
import TextLayout

@testable import Gallery
@testable import Scenarios
@testable import Viewfinder

/// A recording of a view of the gallery, and the page that its run leaves.
struct GalleryRecording {
    let simulator: Simulator
    let recorder: Recorder
    private let factory = PageFactory<Gallery>()

    init(at path: String) {
        let clock = VirtualClock()
        let engine = factory.makeEngine(clock: clock)
        engine.seedChance(UInt64(World().seed))
        simulator = Simulator(
            host: engine, clock: clock, size: Size(columns: 80, rows: 24),
            settings: factory.clientSettings)
        simulator.open(path)
        recorder = Recorder(of: simulator)
        recorder.start(at: path)
    }

    /// Presses a key, or, of `@500`, lets so many milliseconds pass. Tasks are waited for.
    func press(_ word: some StringProtocol) throws {
        if word.hasPrefix("@") {
            simulator.advance(by: .milliseconds(try #require(Int(word.dropFirst()))))
        } else {
            simulator.press(try Key(String(word)))
        }
        simulator.settleWork(within: .seconds(300))
    }

    var script: RecordedScript { recorder.current }

    /// What is wrong with the run of the recording; nil when it passes and leaves the same page.
    func difference() throws -> String? {
        // Some views of the gallery refuse what is pushed, to show what becomes of that.
        let lines = script.text().split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.map { $0 == "steps:" ? "lint: { failed-push: warn }\nsteps:" : $0 }.joined(separator: "\n")
        let read = ScenarioReader(settings: script.usedSecrets).read(text: text, path: "recorded.yaml")
        guard let scenario = read.scenario else {
            return ProblemPrinter(sources: read.sources).print(read.problems) + text
        }
        let last = KeptFacts()
        let runner = ScenarioRunner(
            makeSettings: { PageFactory<Gallery>().clientSettings }, makeObservers: { _ in [LastPage(last)] }
        ) { clock, observer in
            PageFactory<Gallery>().makeEngine(clock: clock, observer: observer)
        }
        var report = ScenarioReport()
        for result in runner.run(scenario) { _ = report.add(result) }
        if report.hasFailures { return report.ending + text }
        let (wanted, found) = (PageFacts(simulator), try #require(last.withLock { $0 }))
        return wanted == found ? nil : "\(text)\nrecorded:\n\(wanted)\nrun:\n\(found)"
    }
}

/// What there is to a page, but for the focus and how far it is scrolled.
struct PageFacts: Equatable, Sendable, CustomStringConvertible {
    let text: String
    let url: String
    let values: [String]

    init(_ simulator: Simulator) {
        simulator.settleWork(within: .seconds(300))
        let document = simulator.document
        text = VisiblePage(simulator: simulator).text
        url = simulator.client.url
        values = document.elements(below: document.root).filter { document.controlKind(of: $0) != nil }.map {
            document.value(of: $0) + (document.isChecked($0) ? " checked" : "")
        }
    }

    var description: String { "\(url)\n\(text)\n\(values)" }
}

/// What a page was like after the last step.
private final class KeptFacts: Sendable {
    private let facts = Mutex<PageFacts?>(nil)

    func withLock<Result: Sendable>(_ body: (inout PageFacts?) -> sending Result) -> Result { facts.withLock(body) }
}

/// Sees what a page is like after each step.
private final class LastPage: CaseObserver {
    private let kept: KeptFacts

    init(_ kept: KeptFacts) { self.kept = kept }

    func stepEnded(_ moment: StepMoment) {
        let facts = PageFacts(moment.simulator)
        kept.withLock { $0 = facts }
    }

    func caseEnded(_ result: CaseResult) {}
}
