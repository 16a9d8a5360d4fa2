import HTMLTree
import LiveProtocol
import Simulator
import TextLayout

/// One case on its way: performs steps one after the other until one fails.
struct CaseRun {
    /// A step that cannot go on.
    struct Stop: Error {
        let reason: StepFailure.Reason
        /// What the message is about, marked in the picture.
        var nodes: [NodeID] = []
    }

    private var pages: CasePages
    let snapshots: SnapshotStore
    let caseID: String
    let color: World.Color

    private(set) var failures: [StepFailure] = []
    var dumps: [CaseResult.Dump] = []
    var savedSnapshots: [String] = []
    var usedSnapshots: [String] = []
    private var groups: [String] = []
    /// What was logged before the last step that acted.
    private var logMark: LogMark

    init(pages: CasePages, snapshots: SnapshotStore, caseID: String, color: World.Color) {
        self.pages = pages
        logMark = LogMark(pages.current.simulator.client)
        self.snapshots = snapshots
        self.caseID = caseID
        self.color = color
    }

    /// The page that steps act on.
    var simulator: Simulator { pages.current.simulator }

    /// What is between that page and its host.
    var network: Network { pages.current.network }

    /// Performs steps; after a failure that is not soft, no more.
    ///
    /// - Returns: False when it stopped early.
    @discardableResult
    mutating func perform(_ steps: [Step]) -> Bool {
        for step in steps {
            if case .group(let name, let inner) = step.action {
                if let name { groups.append(name) }
                let isDone = perform(inner)
                if name != nil { groups.removeLast() }
                guard isDone else { return false }
                continue
            }
            do throws(Stop) {
                let mark = LogMark(simulator.client)
                try perform(step)
                let findings = mark.findings(in: simulator.client)
                guard findings.isEmpty else { throw Stop(reason: .findings(findings)) }
            } catch {
                fail(step, error)
                guard case .expect(let expectation) = step.action, expectation.isSoft else { return false }
            }
        }
        return true
    }

    /// The events that the last step that acted pushed.
    var pushed: [EventPush] {
        logMark.entries(of: simulator.client).compactMap { entry in
            if case .sent(.event(let push), _) = entry.event { push } else { nil }
        }
    }

    private mutating func perform(_ step: Step) throws(Stop) {
        switch step.action {
        case .expect, .snapshot, .dump, .group, .page: break
        case .open, .go, .click, .clickCell, .fill, .type, .choose, .upload, .check, .uncheck, .submit, .focus,
            .dismiss, .press, .paste, .scroll, .resize, .push, .confirm, .connection, .advance:
            logMark = LogMark(simulator.client)
        }
        switch step.action {
        case .open(let url): simulator.open(url)
        case .page(let name): turn(to: name)
        case .go(let move): try go(move)
        case .click(let target):
            try act(on: target, for: .click) { node throws(SimulatorError) in try simulator.click(node) }
        case .clickCell(let position): simulator.click(at: position)
        case .fill(let target, let text):
            try act(on: target, for: .focus) { node throws(SimulatorError) in try simulator.fill(node, with: text) }
        case .type(let text): try attempt { () throws(SimulatorError) in try simulator.typeText(text) }
        case .choose(let target, let options): try choose(options, target)
        case .upload(let target, let files):
            try act(on: target, for: .upload) { node throws(SimulatorError) in
                try simulator.choose(files.map(\.file), in: node)
            }
        case .check(let target):
            try act(on: target, for: .tick) { node throws(SimulatorError) in try simulator.check(node) }
        case .uncheck(let target):
            try act(on: target, for: .tick) { node throws(SimulatorError) in try simulator.uncheck(node) }
        case .submit(let target, let fields): try submit(target, fields)
        case .focus(let target):
            try act(on: target, for: .focus) { node throws(SimulatorError) in try simulator.focus(node) }
        case .dismiss(let key): try dismiss(key)
        case .press(let keys): for key in keys { simulator.press(key) }
        case .paste(let text): simulator.paste(text)
        case .scroll(let move): scroll(move)
        case .resize(let size): simulator.resize(size)
        case .push(let event, let payload, let target): try push(event, payload, target)
        case .confirm(let isYes, let question): try confirm(isYes, question)
        case .connection(let change): try self.change(change)
        case .advance(let duration): simulator.advance(by: duration)
        case .expect(let expectation): try expect(expectation)
        case .snapshot(let request): try compare(request)
        case .dump(let kind):
            dumps.append(CaseResult.Dump(step: step, text: DumpWriter(simulator: simulator).text(kind)))
        case .group(_, let steps): perform(steps)
        }
    }

    /// What was pushed before on the other page does not count there.
    private mutating func turn(to name: String) {
        pages.turn(to: name)
        logMark = LogMark(simulator.client)
    }

    private mutating func fail(_ step: Step, _ stop: Stop) {
        let rows = stop.nodes.filter(simulator.document.isAlive).flatMap {
            simulator.rectangles(of: $0).flatMap(\.rows)
        }
        failures.append(
            StepFailure(
                step: step, groups: groups, reason: stop.reason,
                picture: MarkedFrame(simulator.frame(), markedRows: Set(rows)),
                events: simulator.client.log.compactMap(EventSpelling.text).suffix(3).map(\.self)))
    }
}
