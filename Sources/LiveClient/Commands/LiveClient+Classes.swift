import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Adds and removes classes, with a transition or in the next frame.
    func changeClasses(
        of node: NodeID, adding added: [String], _ removed: [String], _ transition: JSTransition?, _ timing: JSTiming
    ) {
        guard let transition, !transition.during.isEmpty else {
            onNextFrame { [weak self] in self?.setClasses(of: node, adding: added, removing: removed) }
            return
        }
        runTransition(of: node, timing) { [weak self] in
            guard let self else { return }
            setClasses(of: node, adding: transition.start, removing: transition.during + transition.end)
            onNextFrame { [weak self] in
                guard let self else { return }
                setClasses(of: node, adding: transition.during, removing: [])
                onNextFrame { [weak self] in
                    self?.setClasses(of: node, adding: transition.end, removing: transition.start)
                }
            }
        } done: { [weak self] in
            self?.setClasses(
                of: node, adding: added + transition.end, removing: removed + transition.during + transition.start)
        }
    }

    /// Toggles each class by itself; which way is seen in the next frame, and done in the one after.
    func toggleClasses(_ names: [String], of node: NodeID, _ transition: JSTransition?, _ timing: JSTiming) {
        onNextFrame { [weak self] in
            guard let self, document.isAlive(node) else { return }
            let present = names.filter { ClassList.contains($0, in: self.document, of: node) }
            let absent = names.filter { !present.contains($0) }
            changeClasses(of: node, adding: absent, present, transition, timing)
        }
    }

    /// Changes classes for good, as far as that differs from what the server says.
    func setClasses(of node: NodeID, adding added: [String], removing removed: [String]) {
        guard document.isAlive(node) else { return }
        let names = Set(ClassList.names(of: node, in: document).map(String.init))
        changeEffects(of: node) { effects in
            for name in added where !removed.contains(name) {
                effects.removedClasses.remove(name)
                if !names.contains(name) { effects.addedClasses.append(name) }
            }
            for name in removed {
                effects.addedClasses.remove(name)
                if names.contains(name) { effects.removedClasses.append(name) }
            }
        }
        ClassList.change(of: node, in: document, adding: added, removing: removed)
    }
}
