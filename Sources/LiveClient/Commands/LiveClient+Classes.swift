import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Adds and removes classes, with a transition or in the next frame.
    func changeClasses(
        of node: NodeID, adding added: [String], removing removed: [String], _ transition: JSTransition? = nil,
        _ timing: JSTiming = JSTiming()
    ) {
        guard let transition, !transition.during.isEmpty else {
            onNextFrame { [weak self] in self?.settleClasses(of: node, adding: added, removing: removed) }
            return
        }
        runTransition(timing) { [weak self] in
            self?.changeClasses(of: node, adding: transition.start, removing: transition.during + transition.end)
            self?.onNextFrame { [weak self] in
                self?.changeClasses(of: node, adding: transition.during, removing: [])
                self?.onNextFrame { [weak self] in
                    self?.changeClasses(of: node, adding: transition.end, removing: transition.start)
                }
            }
        } done: { [weak self] in
            self?.changeClasses(
                of: node, adding: added + transition.end, removing: removed + transition.during + transition.start)
        }
    }

    /// Toggles each class by itself; which way is seen in the next frame, and done in the one after.
    func toggleClasses(_ names: [String], of node: NodeID, _ transition: JSTransition?, _ timing: JSTiming) {
        onNextFrame { [weak self] in
            guard let self, document.isAlive(node) else { return }
            let effects = page.nodes[node].sticky
            let present = ClassList.names(of: node, in: document)
            let absent = names.filter { name in
                !effects.addedClasses.contains(name) && !present.contains { $0 == name }
            }
            let removed = names.filter { name in
                !effects.removedClasses.contains(name) && present.contains { $0 == name }
            }
            changeClasses(of: node, adding: absent, removing: removed, transition, timing)
        }
    }

    private func settleClasses(of node: NodeID, adding added: [String], removing removed: [String]) {
        guard document.isAlive(node) else { return }
        let present = ClassList.names(of: node, in: document)
        changeEffects(of: node) { $0.changeClasses(adding: added, removing: removed, present: present) }
    }
}
