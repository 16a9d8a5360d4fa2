import HTMLTree
import LiveClient
import LiveProtocol
import Simulator
import TextLayout

/// Writes down what a person does to a page as the steps of a scenario (RecordingScenarios.md, "What becomes of what").
package final class Recorder: DeedListener {
    /// An input that is being done.
    private struct Ongoing {
        let input: PageInput
        let focus: NodeID?
        let digest: Int
        let pushes: Int
        /// The key that the page itself heard.
        var heard: Key?
        /// The step that moves the focus to what had it, or away, where that key needs it.
        var focusing: RecordedStep?
        var edited: NodeID?
        var steps: [PlannedStep] = []
        var wasUnnamed = false
    }

    let simulator: Simulator
    private let fileName: (String) -> String
    private var draft: ScriptDraft
    private var run: TypingRun?
    private var ongoing: Ongoing?
    private var digest: PageDigest
    private var digestBeforeTimer = 0
    /// What the page was like after the last stroke, the field itself left out.
    private var digestAfterStroke: Int?
    private var time = RecordedTime()
    /// What has the focus when a scenario comes to the end of the script.
    private var focus: NodeID?
    private var url = ""
    private var generation = 0
    private var pushes = 0
    /// What there is to say to the person: why something is not in the script.
    package private(set) var note: String?
    /// Called when the script has changed.
    package var onChange: () -> Void = {}

    /// - Parameters:
    ///   - simulator: The page, which is open.
    ///   - script: What the recording begins with.
    ///   - fileName: How a file on this machine is named in the scenario.
    package init(
        of simulator: Simulator, script: RecordedScript = RecordedScript(),
        fileName: @escaping (String) -> String = { $0 }
    ) {
        self.simulator = simulator
        draft = ScriptDraft(script)
        self.fileName = fileName
        digest = PageDigest(of: simulator)
    }

    private var document: Document { simulator.document }

    /// Begins: the page was opened at a path.
    package func start(at path: String) {
        simulator.client.onRecord = { [weak self] entry in
            if case .sent(.event, _) = entry.event { self?.pushes += 1 }
        }
        simulator.deedListener = self
        append(RecordedStep("open", .literal(path)))
        url = path
        generation = simulator.client.documentGeneration
        focus = document.activeElement
        notePath()
        time.stepDone(at: simulator.clock.now)
        onChange()
    }

    /// The script so far, with what is being typed.
    package var current: RecordedScript {
        var current = draft
        if let run, run.isEffective { current.append(run, focus: focus) }
        return current.script
    }

    /// The whole script; what is typed last is among its steps.
    package var finished: RecordedScript {
        notePath()
        simulator.deedListener = nil
        simulator.client.onRecord = nil
        return current
    }

    // MARK: Inputs

    package func inputBegins(_ input: PageInput) {
        if generation != simulator.client.documentGeneration { takeNewPage() }
        notePath()
        let active = document.activeElement
        ongoing = Ongoing(input: input, focus: active, digest: digest.value(without: active), pushes: pushes)
        note = nil
    }

    package func pageHears(_ key: Key) {
        ongoing?.heard = key
        if let active = document.activeElement {
            if active != replayFocus { ongoing?.focusing = planner.focusing(active) }
        } else if replayFocus != nil {
            // What had the focus was left since, and would take the key for itself.
            ongoing?.focusing = .press([Key(.escape)])
        }
    }

    package func willDo(_ deed: Deed) {
        guard ongoing != nil else { return }
        switch deed {
        case .edit(let field):
            ongoing?.edited = field
            if run?.field != field {
                endRun()
                guard let target = TargetChooser(simulator: simulator).target(of: field, for: .focus) else {
                    ongoing?.wasUnnamed = true
                    return
                }
                run = TypingRun(in: field, as: target, of: simulator)
            } else if let digestAfterStroke, digestAfterStroke != ongoing?.digest {
                // What a server elsewhere or a task answered came between the strokes.
                run?.noteReaction()
            }
        case .resize: if draft.script.steps.count > 1 || run != nil { plan(deed) }
        case .choose, .press, .submit, .dismiss, .answer, .upload, .goBack, .goForward, .reload, .scroll: plan(deed)
        }
    }

    private func plan(_ deed: Deed) {
        if let step = planner.step(for: deed) {
            ongoing?.steps.append(step)
        } else if case .upload = deed {
            ongoing?.wasUnnamed = true
        }
    }

    private var planner: StepPlanner { StepPlanner(simulator: simulator, focus: replayFocus, fileName: fileName) }

    package func inputEnded() {
        guard let ongoing else { return }
        self.ongoing = nil
        let before = draft.changeCount
        let isNewPage = generation != simulator.client.documentGeneration
        let isChanged = isNewPage || digest.value(without: ongoing.focus) != ongoing.digest
        let hasEffect = isChanged || pushes != ongoing.pushes
        if ongoing.wasUnnamed {
            note = "not recorded: no target means this element alone"
        } else if let field = ongoing.edited {
            addStroke(ongoing, to: field, isReacting: isChanged)
        } else if let key = ongoing.heard, hasEffect {
            addKey(key, ongoing.focusing)
        } else if !ongoing.steps.isEmpty {
            for step in ongoing.steps { add(step, ongoing, isReacting: isChanged, hasEffect: hasEffect) }
        } else if hasEffect, document.activeElement != ongoing.focus {
            addFocus(ongoing)
        }
        if isNewPage { takeNewPage() }
        guard draft.changeCount != before || ongoing.edited != nil else { return }
        if document.activeElement != ongoing.focus { focus = document.activeElement }
        time.stepDone(at: simulator.clock.now)
        notePath()
        onChange()
    }

    private func addStroke(_ ongoing: Ongoing, to field: NodeID, isReacting: Bool) {
        guard run?.field == field else { return }
        defer { digestAfterStroke = ongoing.focus == field ? digest.value(without: field) : nil }
        let isThere = document.isAlive(field)
        let value = isThere ? document.value(of: field) : run?.value ?? ""
        switch ongoing.input {
        case .key(let key):
            let isHeard = ongoing.heard != nil || !isThere
            run?.add(.key(key), value: value, isReacting: isReacting, isHeard: isHeard)
        case .paste(let text):
            run?.add(.paste(text), value: value, isReacting: isReacting, isHeard: !isThere)
        case .mouse, .other: break
        }
        if !isThere { endRun() }
    }

    /// A key that the page itself heard.
    private func addKey(_ key: Key, _ focusing: RecordedStep?) {
        endRun()
        if let focusing { append(focusing) }
        draft.append(key: key)
        focus = document.activeElement
    }

    /// The focus moved, and that had an effect.
    private func addFocus(_ ongoing: Ongoing) {
        endRun()
        if let active = document.activeElement {
            if let step = planner.focusing(active) { append(step) }
        } else if case .key(let key) = ongoing.input {
            append(.press([key]))
        }
        focus = document.activeElement
    }

    private func add(_ planned: PlannedStep, _ ongoing: Ongoing, isReacting: Bool, hasEffect: Bool) {
        switch planned.condition {
        case .always: break
        case .effect: guard hasEffect else { return }
        case .when(let hasHappened): guard hasHappened() else { return }
        case .sent:
            if let notice = simulator.notice {
                note = "not recorded: the form was not sent: \(notice)"
                return
            }
        }
        endRun()
        switch planned.outcome {
        case .step(let step):
            if step.verb == "resize" { draft.append(size: step) } else { append(step) }
        case .options(let select, let target):
            guard document.isAlive(select) else { return }
            let chosen = document.selectedOptions(of: select).map { YAMLValue.literal(document.optionText(of: $0)) }
            guard let first = chosen.first else {
                note = "not recorded: no step takes the last choice away"
                return
            }
            let option = YAMLPair("option", chosen.count == 1 ? first : .list(chosen))
            let step = RecordedStep("choose", .mapping(target.pairs + [option]), remark: target.remark)
            draft.append(choice: step, among: [select], isSeen: isReacting)
        case .radio(let targets):
            guard let radio = targets.keys.first(where: { document.isAlive($0) && document.isChecked($0) }),
                let target = targets[radio]
            else { return }
            let step = RecordedStep("choose", .mapping(target.pairs), remark: target.remark)
            draft.append(choice: step, among: Set(targets.keys), isSeen: isReacting)
        case .value(let control, let target):
            guard document.isAlive(control) else { return }
            let value = YAMLPair("with", .literal(document.value(of: control)))
            let step = RecordedStep("fill", .mapping(target.pairs + [value]), remark: target.remark)
            draft.append(choice: step, among: [control], isSeen: isReacting)
        }
        if planned.movesFocus { focus = document.activeElement }
    }

    // MARK: Time

    package func timerWillRun() {
        if generation != simulator.client.documentGeneration { takeNewPage() }
        digestBeforeTimer = digest.value(without: document.activeElement)
    }

    package func timerRan(_ timer: TimerRun) {
        time.ran(timer, at: simulator.clock.now)
        let isNewPage = generation != simulator.client.documentGeneration
        guard isNewPage || digest.value(without: document.activeElement) != digestBeforeTimer else { return }
        run?.noteReaction()
        endRun()
        let step = time.advance()
        if step > .zero { draft.append(advance: step) }
        if isNewPage { takeNewPage() }
        notePath()
        onChange()
    }

    // MARK: The script

    /// Makes a step, or some, of what was typed.
    func endRun() {
        guard let run else { return }
        self.run = nil
        guard run.isEffective else { return }
        draft.append(run, focus: focus)
        focus = run.field
    }

    func append(_ step: RecordedStep) { draft.append(step) }

    /// What has the focus in a scenario when it comes here, what is being typed included.
    private var replayFocus: NodeID? {
        let node = run?.isEffective == true ? run?.field : focus
        return node.flatMap { document.isAlive($0) ? $0 : nil }
    }

    /// Demands the address, where it is another one than before.
    private func notePath() {
        guard simulator.client.url != url else { return }
        endRun()
        url = simulator.client.url
        append(RecordedStep("expect", .mapping("path", .literal(url))))
    }

    /// Another document has no element of the one before.
    private func takeNewPage() {
        endRun()
        generation = simulator.client.documentGeneration
        focus = document.activeElement
        draft.close()
    }

    /// Takes the last step back. The page stays as it is.
    package func undo() {
        if run?.isEffective == true {
            run = nil
        } else if !draft.removeLast() {
            return tell("there is nothing to take back")
        }
        tell("taken back; the page stays as it is")
        onChange()
    }

    /// Says something to the person.
    func tell(_ text: String) { note = text }

    /// Adds a step of the person's own, after all that was done so far.
    func add(_ step: RecordedStep, needingFocusOn node: NodeID? = nil) {
        endRun()
        if let node, node != replayFocus, let focusing = planner.focusing(node) {
            append(focusing)
            focus = node
        }
        append(step)
        note = nil
        onChange()
    }
}
