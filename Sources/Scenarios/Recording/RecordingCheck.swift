import Basics
import TextLayout

/// Reads and runs what was recorded, and marks the step that does not do again what it did.
package struct RecordingCheck {
    /// What came of it.
    package struct Outcome {
        package let passed: Bool
        /// What to tell the person.
        package let words: String
    }

    private let file: RecordingFile
    private let runner: ScenarioRunner

    /// - Parameter runner: Runs the scenario; it may write snapshots that there are none of yet.
    package init(of file: RecordingFile, by runner: ScenarioRunner) {
        self.file = file
        self.runner = runner
    }

    /// Writes the file, runs it, and marks what failed.
    ///
    /// - Parameter size: The size of the page while it was recorded, which is written where it matters.
    package func finish(_ script: RecordedScript, size: Size) throws(FileFailure) -> Outcome {
        var script = script
        let standard = World().size
        script.size = script.dependsOnSize && size != standard ? size : nil
        try file.write(file.text(of: script))
        var result = run(script)
        if !result.outcome.passed, script.size == nil, size != standard, file.isWhole {
            var sized = script
            sized.size = size
            try file.write(file.text(of: sized), keepsCopy: false)
            let other = run(sized)
            if other.outcome.passed {
                result = other
            } else {
                try file.write(file.text(of: script), keepsCopy: false)
            }
        }
        if let mark = result.mark { try file.write(marking(mark, in: file.text(of: script)), keepsCopy: false) }
        return result.outcome
    }

    /// A line of the file, and what is wrong with it.
    private struct Mark {
        let line: Int
        let words: String
    }

    private func run(_ script: RecordedScript) -> (outcome: Outcome, mark: Mark?) {
        let read = ScenarioReader(settings: script.usedSecrets).read(path: file.path)
        guard let scenario = read.scenario else {
            let words = ProblemPrinter(sources: read.sources).print(read.problems)
            return (Outcome(passed: false, words: words), nil)
        }
        var report = ScenarioReport()
        var lines: [String] = []
        var mark: Mark?
        for result in runner.run(scenario) {
            lines.append(report.add(result))
            guard case .failed(let failures) = result.outcome, mark == nil else { continue }
            mark = failures.first { $0.step.path == file.path }.map {
                Mark(line: $0.step.place.line, words: Self.reason(of: $0))
            }
        }
        let words = (lines + [report.ending]).joined(separator: "\n")
        return (Outcome(passed: !report.hasFailures, words: words), mark)
    }

    /// The first line of what is told of a failure behind its place.
    private static func reason(of failure: StepFailure) -> String {
        let lines = FailurePrinter().text(failure).split(separator: "\n")
        return lines.dropFirst().first.map { String($0.drop { $0 == " " }) } ?? "it failed"
    }

    private func marking(_ mark: Mark, in text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.indices.contains(mark.line - 1) else { return text }
        let indent = lines[mark.line - 1].prefix { $0 == " " }
        lines.insert("\(indent)# This step failed when it was run: \(mark.words)", at: mark.line - 1)
        return lines.joined(separator: "\n")
    }
}
