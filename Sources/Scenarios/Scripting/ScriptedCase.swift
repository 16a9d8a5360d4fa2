import HTMLTree
import LiveClient
import LiveProtocol
import Simulator
import Synchronization
import TextLayout

/// A case whose steps come one by one from code instead of a file: the same words, targets, waiting and failures.
package final class ScriptedCase {
    private var run: CaseRun
    private let path: String

    /// - Parameters:
    ///   - path: The source file whose code performs the steps, which failures name.
    ///   - name: What its snapshots are kept under, beside the file's name.
    ///   - now: The real time, to end what takes too long.
    ///   - makeHost: Makes the host of its pages; what sessions do must be told the observer.
    package init(
        path: String, name: String, world: World = World(), settings: ClientSettings = ClientSettings(),
        update: SnapshotUpdate = .none, now: @escaping () -> Duration,
        makeHost: (VirtualClock, any SessionObserver) -> any Host
    ) {
        self.path = path
        let clock = VirtualClock(epoch: world.clock)
        let findings = CaseFindings(lint: settings.lint.merging(world.lint) { _, own in own })
        let host = makeHost(clock, findings)
        (host as? any InProcessHost)?.seedChance(UInt64(world.seed))
        (host as? any InProcessHost)?.seedChance(UInt64(world.seed))
        run = CaseRun(
            pages: CasePages {
                CasePages.Page(on: host, clock: clock, size: world.size, settings: settings, findings: findings)
            },
            findings: findings, snapshots: SnapshotStore(update: update), caseID: "\(path)#\(name)",
            color: world.color, budget: TimeBudget(now: now))
    }

    /// The page that steps act on.
    package var simulator: Simulator { run.simulator }

    /// The events that the page pushed since the last step that acted began, oldest first.
    package var pushed: [(event: String, payload: JSONValue)] {
        run.watch.pushed.map { ($0.event, $0.payload) }
    }

    /// Performs a step as files write them, `{ "fill": { "label": "Name", "with": "Ada" } }`.
    ///
    /// - Parameters:
    ///   - step: One verb with its argument.
    ///   - line: Where in the source file it is asked for.
    /// - Throws: Why it could not be done, or what is wrong with it.
    package func perform(_ step: JSONValue, line: Int, column: Int) throws(ScriptFailure) {
        let value = Located(step, path: path, place: Place(line: line, column: column))
        var builder = StepBuilder(files: ScenarioFiles(), vocabulary: .standard, checker: ShapeChecker(), path: path)
        builder.checker.allowsVariables = false
        let steps = builder.steps(Located(path: path, place: value.place, content: .list([value])))
        guard builder.checker.problems.isEmpty else {
            throw ScriptFailure(description: ProblemPrinter(sources: []).print(builder.checker.problems))
        }
        try perform(steps)
    }

    /// The element that a target means, waited for as steps do.
    package func element(_ target: JSONValue, line: Int, column: Int) throws(ScriptFailure) -> NodeID? {
        let place = Place(line: line, column: column)
        let found = FoundElement()
        guard let target = Located(target, path: path, place: place).target else { return nil }
        let source = "look: \(TargetSpelling.text(of: target))"
        let action = Step.Content.action(LookStep(target: target, found: found))
        try perform([Step(path: path, place: place, source: source, content: action)])
        return found.node
    }

    /// How many visible elements a target means.
    package func count(_ target: JSONValue) -> Int {
        let target = Located(target, path: path, place: Place(line: 1, column: 1)).target
        return target.map { TargetResolver(simulator: simulator, explains: false).count($0) } ?? 0
    }

    /// The text of an element as it is seen, white space folded; of the whole page when nil.
    package func text(of node: NodeID? = nil) -> String {
        VisiblePage(simulator: simulator).text(of: node ?? simulator.document.root)
    }

    /// Roles, names and states of the page, an element a line.
    package var outline: String { OutlineWriter(simulator: simulator).text(below: simulator.document.root) }

    private func perform(_ steps: [Step]) throws(ScriptFailure) {
        let before = run.failures.count
        run.run(steps)
        let failures = run.failures.dropFirst(before)
        guard failures.isEmpty else {
            throw ScriptFailure(description: failures.map { FailurePrinter().text($0) }.joined(separator: "\n"))
        }
    }
}

/// Why a step that code asked for could not be done, as a report of scenarios says it: place, wanted and found, the frame.
package struct ScriptFailure: Error {
    package let description: String
}

/// Finds an element and gives it to who asked.
private struct LookStep: StepAction {
    let target: Target
    let found: FoundElement

    var isDeed: Bool { false }

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) { found.node = try run.find(target, for: .look) }

    static func == (left: LookStep, right: LookStep) -> Bool { left.found === right.found }
}

/// Where a step, which is a value, leaves what it found.
private final class FoundElement: Sendable {
    private let found = Mutex<NodeID?>(nil)

    var node: NodeID? {
        get { found.withLock { $0 } }
        set { found.withLock { $0 = newValue } }
    }
}
