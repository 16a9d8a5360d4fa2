import HTMLTree
import Simulator

extension CaseRun {
    /// Waits for conditions to be true, and watches that they stay so where that is demanded.
    func expect(_ expectation: Expectation) throws(Stop) {
        let checker = ConditionChecker(simulator: simulator, watch: watch, findings: findings, explains: false)
        let explainer = ConditionChecker(simulator: simulator, watch: watch, findings: findings)
        if let wait = waiting.wait(within: expectation.within, until: { checker.unmet(expectation).isEmpty }) {
            throw Stop(reason: .unmet(explainer.unmet(expectation)), nodes: nodes(of: expectation), wait: wait)
        }
        if expectation.holds > .zero {
            let start = simulator.clock.now
            let end = waiting.watch(for: expectation.holds) { checker.unmet(expectation).isEmpty }
            let after = simulator.clock.now - start
            switch end {
            case nil: break
            case .ceased:
                throw Stop(reason: .ceased(explainer.unmet(expectation), after: after), nodes: nodes(of: expectation))
            case .gaveUp(let end):
                throw Stop(reason: .notAdvanced(after, of: expectation.holds, end))
            }
        }
        findings.pardon(expectation.refusals)
    }

    mutating func compare(_ request: SnapshotRequest) throws(Stop) {
        let element: NodeID? = if let target = request.target { try find(target, for: .look) } else { nil }
        let picture = SnapshotPicture(simulator: simulator, color: color).text(request, of: element)
        let path = SnapshotStore.path(of: request.name, caseID: caseID)
        usedSnapshots.append(path)
        switch snapshots.compare(picture, path: path) {
        case .same: return
        case .saved: savedSnapshots.append(path)
        case .differs(let mismatch): throw Stop(reason: .snapshot(mismatch))
        case .notSaved(let reason): throw Stop(reason: .snapshotNotSaved(path: path, reason: reason))
        }
    }

    /// The elements that an expectation is about, to be marked in the picture.
    private func nodes(of expectation: Expectation) -> [NodeID] {
        let resolver = TargetResolver(simulator: simulator)
        return expectation.conditions.flatMap { condition -> [NodeID] in
            switch condition {
            case .flash(let key, _): return simulator.banners.filter { $0.key == key }.map(\.node)
            case .target(let target, _), .count(let target, _), .absentTarget(let target):
                switch resolver.resolve(target) {
                case .found(let node): return [node]
                case .several(let nodes, _): return nodes
                case .none, .tooFew, .noSurroundings: return []
                }
            case .text, .matches, .absentText, .path, .title, .cursor, .pushed, .refused: return []
            }
        }
    }
}
