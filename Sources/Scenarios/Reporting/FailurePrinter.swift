import LiveClient
import Simulator
import TextLayout

/// Puts a failure of a step in words: place, step, wanted and found, the picture, the last events.
struct FailurePrinter {
    func text(_ failure: StepFailure) -> String {
        var lines = heading(failure.step, failure.groups)
        lines += reasons(for: failure).map { "  \($0)" }
        if let inProcess = failure.pictureInProcess {
            lines.append("  in process")
            lines += picture(inProcess).map { "    \($0)" }
            lines.append("  by URL")
        }
        lines += picture(failure.picture).map { "    \($0)" }
        if !failure.events.isEmpty {
            lines.append("  last events")
            lines += failure.events.map { "    \($0)" }
        }
        return Self.readable(lines)
    }

    /// The reason alone, in lines.
    func reason(_ failure: StepFailure) -> [String] { words(failure.reason).map { ReadableText.line($0) } }

    /// A picture on its own.
    func text(_ frame: MarkedFrame) -> String { Self.readable(picture(frame)) }

    /// Why it failed, without place and picture.
    func words(of failure: StepFailure) -> String {
        reasons(for: failure).map { ReadableText.line($0) }.joined(separator: "\n")
    }

    private func reasons(for failure: StepFailure) -> [String] { words(failure.reason) + notes(failure) }

    func text(_ warning: CaseResult.Warning) -> String {
        Self.readable(heading(warning.step, []) + warning.findings.map { "  warning: \(words($0))" })
    }

    /// Each of the lines stays one, whatever it quotes.
    private static func readable(_ lines: [String]) -> String {
        lines.map { ReadableText.line($0) + "\n" }.joined()
    }

    /// The step with its place, and who includes its file, the innermost first.
    private func heading(_ step: Step, _ groups: [String]) -> [String] {
        ["\(step.path):\(step.place.line):\(step.place.column): \(groups.map { "\($0): " }.joined())\(step.source)"]
            + step.inclusions.reversed().map { "  \($0.sentence)" }
    }

    private func words(_ finding: Finding) -> String { "\(finding.rule.rawValue): \(finding.message)" }

    /// What is told beside the reason: how long was waited, and what else came up.
    private func notes(_ failure: StepFailure) -> [String] {
        var notes =
            [failure.remark, failure.wait?.sentence].compactMap(\.self)
            + failure.besides.map { "besides: \(words($0))" }
        if case .findings(let findings) = failure.reason, let rule = findings.first?.rule.rawValue {
            notes.append(
                "if that is meant, let the next step be expect: { refused: … }, or lower it by lint: { \(rule): warn }")
        }
        return notes
    }

    private func words(_ reason: StepFailure.Reason) -> [String] {
        switch reason {
        case .noTarget(let target, let hiddenCount, let nearest):
            var lines = ["there is no \(TargetSpelling.text(of: target)) to be seen"]
            if hiddenCount > 0 { lines.append("hidden ones: \(hiddenCount)") }
            if !nearest.isEmpty { lines += ["nearest:"] + nearest.map { "  \($0)" } }
            return lines
        case .severalTargets(let target, let targets):
            return ["\(TargetSpelling.text(of: target)) is not one element; say which:"] + targets.map { "  \($0)" }
        case .tooFewTargets(let target, let count):
            return ["there is no \(TargetSpelling.text(of: target)): only \(count) of them"]
        case .noSurroundings(let reason):
            return [reason]
        case .refused(let error):
            return [error.message]
        case .unmet(let conditions):
            return conditions.flatMap(words)
        case .ceased(let conditions, let after):
            return ["it was so, but not any more after \(ScenarioTexts.text(of: after))"] + conditions.flatMap(words)
        case .snapshot(let mismatch):
            return words(mismatch)
        case .impossible(let lines):
            return lines
        case .findings(let findings):
            return findings.map(words)
        case .nothingOpen(let page):
            let place = page == CasePages.firstName ? "" : " in the page \"\(page)\""
            return ["nothing is open yet\(place); start with a step such as \"open: /\""]
        case .notAdvanced(let passed, let wanted, let end):
            return [
                "only \(ScenarioTexts.text(of: passed)) of \(ScenarioTexts.text(of: wanted)) passed: \(end.words)"
            ]
        case .needsOwnProcess(let why):
            return ["this needs the view in the same process: \(why)"]
        case .otherPicture:
            return ["the page looks different from what it is in process"]
        case .outOfTime(let limit):
            return ["the step was not begun: \(WaitEnd.realTime(limit).words)"]
        }
    }

    private func words(_ condition: UnmetCondition) -> [String] {
        ["wanted  \(condition.wanted)", "found   \(condition.found)"]
    }

    private func words(_ mismatch: SnapshotMismatch) -> [String] {
        guard let kept = mismatch.kept else {
            return ["there is no snapshot \(mismatch.path) yet; write it with --update missing"]
        }
        return ["not as in \(mismatch.path) (- kept, + now); accept it with --update changed"]
            + LineDiff.text(from: kept, to: mismatch.found).map { "  \($0)" }
    }

    /// The frame between rules, its rows numbered; `>` marks what the message is about.
    private func picture(_ frame: MarkedFrame) -> [String] {
        let rule = String(repeating: "-", count: min(frame.size.columns, 76))
        let rows = frame.lines.enumerated().map { row, line in
            let number = String(row + 1)
            let margin = String(repeating: " ", count: max(0, 3 - number.count))
            return "\(margin)\(number) \(frame.markedRows.contains(row) ? ">" : "|")\(line)"
        }
        return ["    +\(rule)"] + rows + ["    +\(rule)"]
    }
}
