import HTMLTree
import LiveClient
import Simulator

extension CaseRun {
    /// How long a step waits, unless told, for what it acts on or expects: in virtual time, or in real time for what a
    /// server elsewhere says.
    var standardWait: Duration { serverTime == nil ? .seconds(1) : .seconds(2) }

    /// Waits for the element that a target means, and does something to it.
    func act(
        on target: Target, for purpose: TargetPurpose, _ body: (NodeID) throws(SimulatorError) -> Void
    ) throws(Stop) {
        let node = try find(target, for: purpose)
        try attempt(about: node) { () throws(SimulatorError) in try body(node) }
    }

    /// Does something that the simulator may refuse.
    func attempt(about node: NodeID? = nil, _ body: () throws(SimulatorError) -> Void) throws(Stop) {
        do throws(SimulatorError) {
            try body()
        } catch {
            throw Stop(reason: .refused(error), nodes: node.map { [$0] } ?? [])
        }
    }

    /// The one visible element that a target means, as soon as there is one; to act on it, one that is enabled.
    func find(_ target: Target, for purpose: TargetPurpose) throws(Stop) -> NodeID {
        let resolver = TargetResolver(simulator: simulator, explains: false)
        var found: NodeID?
        let wait = waiting.wait(within: standardWait, for: .target) {
            switch resolver.resolve(target, for: purpose) {
            case .found(let node):
                found = node
                return purpose == .look || !simulator.document.isDisabled(node)
            case .several: return true
            case .none, .tooFew, .noSurroundings: return false
            }
        }
        if wait == nil, let found { return found }
        return try findNow(target, for: purpose, after: wait)
    }

    /// The one visible element that a target means at this moment.
    ///
    /// - Parameter wait: How long it was waited for.
    func findNow(_ target: Target, for purpose: TargetPurpose, after wait: WaitReport?) throws(Stop) -> NodeID {
        switch TargetResolver(simulator: simulator).resolve(target, for: purpose) {
        case .found(let node):
            return node
        case .several(let nodes, let targets):
            throw Stop(reason: .severalTargets(target, targets), nodes: nodes)
        case .none(let hiddenCount, let nearest):
            throw Stop(reason: .noTarget(target, hiddenCount: hiddenCount, nearest: nearest), wait: wait)
        case .tooFew(let count):
            throw Stop(reason: .tooFewTargets(target, count: count), wait: wait)
        case .noSurroundings(let reason):
            throw Stop(reason: .noSurroundings(reason), wait: wait)
        }
    }

    /// The component or nested view that a target lies in.
    func part(at target: Target) throws(Stop) -> PushTarget {
        let node = try find(target, for: .look)
        guard let part = simulator.client.part(at: node) else {
            let words = "\(TargetSpelling.text(of: target)) lies in no component and no nested view"
            throw Stop(reason: .impossible([words]), nodes: [node])
        }
        return part
    }

    /// Waits until something fits a target, be it one element or several.
    func waitForAny(_ target: Target) throws(Stop) {
        let resolver = TargetResolver(simulator: simulator, explains: false)
        let wait = waiting.wait(within: standardWait, for: .target) { !resolver.all(target).isEmpty }
        if wait != nil { _ = try find(target, for: .look) }
    }

    var waiting: Waiting { Waiting(simulator: simulator, budget: budget, log: waitLog, server: serverWaiting) }

    private var serverWaiting: ServerWaiting? {
        guard let serverTime, let answers else { return nil }
        return ServerWaiting(simulator: simulator, answers: answers, time: serverTime, budget: budget)
    }
}
