import HTMLTree
import LiveProtocol
import OrderedCollections

extension LiveClient {
    /// Sends what was typed into a view's forms again after it was joined again, before its new HTML is shown
    /// (CLIENT.md 17). What was typed into nested views is kept until those have been joined, too.
    ///
    /// - Parameters:
    ///   - fragment: The new HTML.
    ///   - done: Runs when all answers are there, unless the view is lost again.
    func recoverForms(of view: ViewChannel, in fragment: NodeID, _ done: @escaping () -> Void) {
        let root = family(of: view)
        if view === root { root.savedForms = view.joinCount > 1 ? savedForms(of: view) : [:] }
        guard !root.savedForms.isEmpty else { return done() }
        var waiting = 1
        let finish = {
            waiting -= 1
            if waiting == 0, view.state == .joined { done() }
        }
        for new in forms(in: fragment) {
            guard let id = document.attribute("id", of: new), let saved = root.savedForms[id],
                saved.change == document.attribute(BindingName.change, of: new),
                // What was given up with the view that it crashed is not sent a second time.
                view.recoveringForms.insert(id).inserted
            else { continue }
            root.savedForms[id] = nil
            if document.isAlive(saved.form) {
                for input in liveFileInputs(of: saved.form) { clearFiles(of: input) }
            }
            var unanswered = 1
            let answered = {
                unanswered -= 1
                guard unanswered == 0, view.state == .joined else { return }
                view.recoveringForms.remove(id)
                finish()
            }
            waiting += 1
            for component in recoveryTargets(of: new, in: fragment) {
                recover(saved, by: new, in: fragment, of: view, component: component) { push in
                    unanswered += 1
                    self.push(.event(push), to: view, mark: self.nextMark(of: view), deliver: { _ in answered() })
                }
            }
            answered()
        }
        finish()
    }

    /// Runs the binding that recovers a form: its pushes carry the form, its other commands are run as they stand.
    private func recover(
        _ saved: SavedForm, by new: NodeID, in fragment: NodeID, of view: ViewChannel, component: RecoveryTarget,
        _ push: (EventPush) -> Void
    ) {
        let binding = nonEmptyAttribute(BindingName.autoRecover, of: new) ?? saved.change
        guard binding.hasPrefix("[") else {
            return push(recovery(JSPush(event: binding), saved, component: component.component))
        }
        guard let commands = try? JSCommand.list(parsing: binding) else {
            return report(
                .invalidCommands, "the form \(words(for: new)) cannot be recovered: \(binding) is no list of commands")
        }
        // The control that changed is not on the page any more; what commands do to it is not seen.
        let source = document.createElement("input", attributes: saved.source)
        defer { document.remove(source) }
        var hasPushed = false
        for command in commands {
            if case .push(let pushed) = command {
                hasPushed = true
                push(recovery(pushed, saved, component: component.component ?? component.reached(by: pushed)))
            } else {
                run(JSCommand.json([command]), on: source, type: "change")
            }
        }
        if !hasPushed {
            report(.invalidCommands, "the form \(words(for: new)) cannot be recovered: its binding pushes nothing")
        }
    }

    private func recovery(_ command: JSPush, _ saved: SavedForm, component: Int?) -> EventPush {
        var meta: OrderedDictionary<String, JSONValue> = ["_target": .string(saved.sourceName)]
        meta.merge(saved.values) { _, last in last }
        meta.merge(command.value ?? [:]) { _, last in last }
        return EventPush(
            type: "form", event: command.event, value: .form(saved.fields), meta: meta, uploads: [:],
            component: component)
    }

    private func nonEmptyAttribute(_ name: String, of node: NodeID) -> String? {
        document.attribute(name, of: node).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The forms of new HTML, those in the content of portals last.
    private func forms(in fragment: NodeID) -> [NodeID] {
        recoveryRoots(in: fragment).flatMap { root in
            document.elements(below: root).filter { document.name(of: $0) == "form" }
        }
    }

    /// New HTML and what its portals show; portals within those are not looked into, as in the browser's client.
    private func recoveryRoots(in fragment: NodeID) -> [NodeID] {
        let portals = document.elements(below: fragment).filter { document.hasAttribute(ViewAttribute.portal, of: $0) }
        return [fragment] + portals.compactMap(document.templateContent)
    }

    // MARK: Targets

    /// Whom a form in new HTML is sent to.
    private struct RecoveryTarget {
        /// What `phx-target` names.
        var component: Int?
        /// What the target stands in.
        var enclosing: Int?

        /// The component that a command means that names a target of its own.
        func reached(by push: JSPush) -> Int? {
            switch push.target {
            case .component(let cid): cid
            case .selector: enclosing
            case nil: nil
            }
        }
    }

    /// One target for the view or component that a form names, or for each match of the selector that it gives.
    private func recoveryTargets(of form: NodeID, in fragment: NodeID) -> [RecoveryTarget] {
        guard let text = nonEmptyAttribute(BindingName.target, of: form) else {
            return [RecoveryTarget(enclosing: component(around: form))]
        }
        if let cid = Int(text) {
            let isThere = recoveryRoots(in: fragment).contains { root in
                document.elements(below: root).contains { document.attribute(ViewAttribute.component, of: $0) == text }
            }
            if !isThere {
                report(.targetWithoutMatch, "no component found matching phx-target of \(cid) on \(words(for: form))")
            }
            return isThere ? [RecoveryTarget(component: cid, enclosing: cid)] : []
        }
        let found = recoveryRoots(in: fragment).flatMap { matches(text, below: $0) }
        if found.isEmpty {
            report(
                .targetWithoutMatch,
                "nothing found matching the phx-target selector \"\(text)\" of \(words(for: form))")
        }
        return found.map { node in
            let component = component(around: node)
            return RecoveryTarget(component: component, enclosing: component)
        }
    }

    private func component(around node: NodeID) -> Int? {
        ([node] + document.ancestors(of: node)).lazy.compactMap {
            self.document.attribute(ViewAttribute.component, of: $0).flatMap { Int($0) }
        }.first
    }
}
