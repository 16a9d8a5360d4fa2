import Basics
import LiveEngine
import Scenarios
import Templates
import TerminalUI

/// Scenarios that are run again when a file, a template or the program itself changes.
final class ScenarioWatch: WatchedSuite {
    private let suite: SuiteWatch
    private let templates: [TemplateLibrary]
    private var program = ProgramFile()

    private(set) var nextLook = Duration.zero
    /// Whether the program was built anew.
    private(set) var isOver = false

    /// The time between two looks at the files.
    private static let interval = Duration.milliseconds(300)

    /// - Parameter templates: The template files of the views, which are part of all scenarios.
    init(_ suite: SuiteWatch, templates: [TemplateLibrary]) {
        self.suite = suite
        self.templates = templates
    }

    func start(wake: @escaping @Sendable () -> Void) { suite.start(wake: wake) }

    func update(at time: Duration) {
        suite.takeResults()
        guard time >= nextLook else { return }
        nextLook = time + Self.interval
        if program.isRebuilt() { isOver = true }
        // All are asked: each reads its own files anew.
        let changed = templates.map { $0.refresh() }
        if changed.contains(where: { !$0.isEmpty }) {
            suite.runAll(because: "templates changed")
        } else {
            suite.look()
        }
    }

    func perform(_ command: WatchCommand) {
        switch command {
        case .runAll: suite.runAll(because: "all cases")
        case .runFailed: suite.runFailed()
        case .runAgain: suite.runAgain()
        case .updateSnapshots: suite.runFailed(update: .changed)
        case .filter(let name): suite.setFilter(name)
        }
    }

    /// Lets the newer program take the place of this one.
    ///
    /// - Throws: Why it does not start.
    func takeOver() throws(FileFailure) -> Never { try program.takeOver() }

    // MARK: - What is shown

    var report: WatchReport {
        let problems = templates.flatMap(\.problems).map { "\($0)\n" }.joined()
        switch suite.state {
        case .unusable(let words):
            return report(.unusable, "waiting for a change", problems + words)
        case .running(let left):
            return report(.running, "\(left) to run: \(suite.reason)", problems + suite.text)
        case .waiting:
            let mood = suite.hasFailures || !problems.isEmpty ? WatchReport.Mood.failed : .passed
            let files = suite.fileCount == 1 ? "1 file" : "\(suite.fileCount) files"
            let time = ReportTime.text(of: suite.elapsed)
            return report(
                mood, "waiting for changes of \(files); last run: \(suite.reason), \(time)",
                problems + suite.text)
        }
    }

    private func report(_ mood: WatchReport.Mood, _ status: String, _ text: String) -> WatchReport {
        WatchReport(mood: mood, summary: suite.summary, status: status, text: text, filter: suite.filter)
    }
}

/// A real time, in words.
private enum ReportTime {
    static func text(of duration: Duration) -> String {
        let milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
        return milliseconds < 10_000 ? "\(milliseconds) ms" : "\(milliseconds / 1000) s"
    }
}
