import HTMLTree
import Simulator

/// A script that is being written: what is done next may join the step before.
struct ScriptDraft {
    /// What of the last step a later one may add to.
    private enum Last {
        /// A choice on the way to another among the same controls.
        case choice(among: Set<NodeID>)
        case advance(Duration)
        case keys([Key])
        case size
        case other
    }

    private(set) var script: RecordedScript
    /// How often the script was changed.
    private(set) var changeCount = 0
    private var last = Last.other

    init(_ script: RecordedScript) { self.script = script }

    mutating func append(_ step: RecordedStep) { append(step, last: .other) }

    /// Adds a key that the page heard; the same one once more is counted.
    mutating func append(key: Key) {
        var keys = [key]
        if case .keys(let before) = last, before.first == key {
            script.steps.removeLast()
            keys = before + keys
        }
        append(.press(keys), last: .keys(keys))
    }

    /// Adds a choice, in place of the one before where that was on the way to it.
    ///
    /// - Parameter isSeen: Whether the page answered to it, so that it stays.
    mutating func append(choice step: RecordedStep, among controls: Set<NodeID>, isSeen: Bool) {
        if case .choice(controls) = last { script.steps.removeLast() }
        append(step, last: isSeen ? .other : .choice(among: controls))
    }

    /// Lets time pass, with that of the step before where this is all it does.
    mutating func append(advance duration: Duration) {
        var total = duration
        if case .advance(let before) = last {
            script.steps.removeLast()
            total += before
        }
        append(RecordedStep("advance", .plain(ScenarioTexts.text(of: total))), last: .advance(total))
    }

    /// Adds a change of size, which takes the place of one right before.
    mutating func append(size step: RecordedStep) {
        if case .size = last { script.steps.removeLast() }
        append(step, last: .size)
    }

    /// Adds what was typed.
    ///
    /// - Parameter focus: What has the focus in the scenario then.
    mutating func append(_ run: TypingRun, focus: NodeID?) {
        let focusing = RecordedStep("focus", run.target.value, remark: run.target.remark)
        if run.needsStrokes, run.beginsAtEnd, !run.isSecret {
            if focus != run.field { append(focusing) }
            for step in run.strokeSteps { append(step) }
            return
        }
        // What is filled in gets the focus by that.
        if script.steps.last == focusing { script.steps.removeLast() }
        let isHidden = run.isSecret && !run.value.isEmpty
        let value: YAMLValue = isHidden ? .variable(script.variable(for: run.value)) : .literal(run.value)
        append(RecordedStep("fill", .mapping(run.target.pairs + [YAMLPair("with", value)]), remark: run.target.remark))
    }

    /// Takes the last step back; not the first, which opens the page.
    ///
    /// - Returns: False when there is none.
    mutating func removeLast() -> Bool {
        guard script.steps.count > 1 else { return false }
        script.steps.removeLast()
        changeCount += 1
        last = .other
        return true
    }

    /// Nothing adds to the last step any more.
    mutating func close() { last = .other }

    private mutating func append(_ step: RecordedStep, last: Last) {
        script.steps.append(step)
        changeCount += 1
        self.last = last
    }
}
