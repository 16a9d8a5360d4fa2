import Simulator

/// Puts a failure of a step in words: place, step, wanted and found, the picture, the last events.
struct FailurePrinter {
    func text(_ failure: StepFailure) -> String {
        let place = "\(failure.step.path):\(failure.step.place.line):\(failure.step.place.column)"
        let groups = failure.groups.map { "\($0): " }.joined()
        var lines = ["\(place): \(groups)\(failure.step.source)"]
        lines += words(failure.reason).map { "  \($0)" }
        lines += picture(failure.picture).map { "    \($0)" }
        if !failure.events.isEmpty {
            lines.append("  last events")
            lines += failure.events.map { "    \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
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
        case .unmet(let conditions, let waited):
            let note = waited > .zero ? ["after waiting \(ScenarioTexts.text(of: waited)) of virtual time"] : []
            return conditions.flatMap(words) + note
        case .ceased(let conditions, let after):
            return ["it was so, but not any more after \(ScenarioTexts.text(of: after))"] + conditions.flatMap(words)
        case .snapshot(let mismatch):
            return words(mismatch)
        case .snapshotNotSaved(let path, let reason):
            return ["cannot write \(path): \(reason)"]
        case .noHistory(let move):
            return ["there is no page to go \(move.rawValue) to"]
        case .noComponent(let target):
            return ["\(TargetSpelling.text(of: target)) lies in no component"]
        case .otherQuestion(let question, let wanted):
            return ["wanted  question \"\(wanted)\"", "found   question \"\(question)\""]
        case .findings(let findings):
            return findings.map { "\($0.rule.rawValue): \($0.message)" }
        case .notReconnected(let after):
            return ["the page did not join its view again within \(ScenarioTexts.text(of: after))"]
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
