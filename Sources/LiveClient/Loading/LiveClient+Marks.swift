import HTMLTree
import LiveProtocol

extension LiveClient {
    /// The types of events whose classes go with the answer; others stay until the view says anew what the element is
    /// (`PHX_EVENT_CLASSES` in phoenix_live_view's constants.ts).
    private static let endedTypes: Set<String> = [
        "click", "change", "submit", "keydown", "keyup", "blur", "focus", "hook",
    ]

    /// Marks an element as waiting for the answer to a push (CLIENT.md 8).
    ///
    /// - Parameters:
    ///   - mark: The number of the push.
    ///   - type: The `x` of the class `phx-x-loading`; nil when only the lock is wanted.
    ///   - locks: Whether patches go to a private copy until the answer.
    func mark(_ node: NodeID, of view: ViewChannel, as mark: Int, type: String?, locks: Bool) {
        guard document.isAlive(node) else { return }
        var pending =
            page.nodes[node].pending
            ?? PendingMark(viewID: view.id, hadClass: document.hasAttribute("class", of: node))
        pending.viewID = view.id
        pending.loading = mark
        if locks { pending.lock = mark }
        if let type {
            let name = "phx-\(type)-loading"
            if Self.endedTypes.contains(type) {
                if !pending.classes.contains(name) { pending.classes.append(name) }
                document.withoutEdits { ClassList.change(of: node, in: document, adding: [name], removing: []) }
            } else {
                ClassList.change(of: node, in: document, adding: [name], removing: [])
            }
        }
        page.nodes[node].pending = pending
        view.markedNodes.append(node)
    }

    /// Whether the element waits for the answer to a push.
    func isPending(_ node: NodeID) -> Bool { page.nodes.has(node) && page.nodes[node].pending != nil }

    /// Disables a control for the time of a push, and shows its `phx-disable-with` text.
    func disable(_ node: NodeID, showsText: Bool) {
        document.withoutEdits { disableForNow(node, showsText: showsText) }
    }

    private func disableForNow(_ node: NodeID, showsText: Bool) {
        guard var pending = page.nodes[node].pending, pending.wasDisabled == nil else { return }
        switch document.name(of: node) {
        case "button":
            pending.wasDisabled = document.hasAttribute("disabled", of: node)
            document.setAttribute("disabled", to: "", of: node)
        case "input" where document.isButtonInput(node) || document.attribute("type", of: node) == "file":
            pending.wasDisabled = document.hasAttribute("disabled", of: node)
            document.setAttribute("disabled", to: "", of: node)
        case "input", "textarea":
            pending.wasReadOnly = document.hasAttribute("readonly", of: node)
            document.setAttribute("readonly", to: "", of: node)
        default: break
        }
        if showsText, let text = document.attribute("phx-disable-with", of: node) {
            if document.name(of: node) == "input" {
                if !text.isEmpty {
                    pending.text = document.attribute("value", of: node) ?? ""
                    document.setAttribute("value", to: text, of: node)
                }
            } else {
                if !text.isEmpty {
                    pending.text = document.textContent(of: node)
                    replaceText(of: node, with: text)
                }
                if pending.wasDisabled == nil, document.name(of: node) != "textarea" {
                    pending.wasDisabled = document.hasAttribute("disabled", of: node)
                    document.setAttribute("disabled", to: "", of: node)
                }
            }
        }
        page.nodes[node].pending = pending
    }

    /// Ends the marks of pushes up to one: shows what came for locked elements, and restores the rest.
    func undoMarks(of view: ViewChannel, upTo mark: Int) {
        for node in view.markedNodes where document.isAlive(node) {
            undoMark(of: node, in: view, upTo: mark)
        }
        view.markedNodes = view.markedNodes.filter { document.isAlive($0) && isPending($0) }
        if !view.unlockWaiters.isEmpty { runUnlockWaiters(of: view) }
    }

    /// Runs an operation when patches reach an element: now, unless it, or something it is in, waits for an answer.
    func whenUnlocked(_ node: NodeID, of view: ViewChannel, _ operation: @escaping () -> Void) {
        view.unlockWaiters.append((node, operation))
        runUnlockWaiters(of: view)
    }

    private func runUnlockWaiters(of view: ViewChannel) {
        let waiters = view.unlockWaiters
        view.unlockWaiters = []
        for waiter in waiters where document.isAlive(waiter.node) {
            if isLocked(waiter.node) { view.unlockWaiters.append(waiter) } else { waiter.run() }
        }
    }

    private func isLocked(_ node: NodeID) -> Bool {
        ([node] + document.ancestors(of: node)).contains {
            page.nodes.has($0) && page.nodes[$0].pending?.lock != nil
        }
    }

    private func undoMark(of node: NodeID, in view: ViewChannel, upTo mark: Int) {
        guard var pending = page.nodes[node].pending, pending.viewID == view.id else { return }
        var copy: NodeID?
        if let lock = pending.lock, lock <= mark {
            copy = pending.copy
            pending.lock = nil
            pending.copy = nil
        }
        if let loading = pending.loading, loading <= mark {
            document.withoutEdits { restore(node, from: pending) }
            pending.loading = nil
        }
        page.nodes[node].pending = pending.loading == nil && pending.lock == nil ? nil : pending
        if let copy { show(copy, in: node, of: view) }
    }

    private func restore(_ node: NodeID, from pending: PendingMark) {
        ClassList.change(of: node, in: document, adding: [], removing: pending.classes)
        if pending.hadClass, !document.hasAttribute("class", of: node) {
            document.setAttribute("class", to: "", of: node)
        }
        if pending.wasDisabled == false { document.removeAttribute("disabled", of: node) }
        if pending.wasReadOnly == false { document.removeAttribute("readonly", of: node) }
        if let text = pending.text {
            if document.name(of: node) == "input" {
                document.setAttribute("value", to: text, of: node)
            } else {
                replaceText(of: node, with: text)
            }
        }
    }

    private func replaceText(of node: NodeID, with text: String) {
        for child in Array(document.children(of: node)) { free(child) }
        document.append(document.createText(text), to: node)
    }
}

extension Document {
    /// Whether an `input` acts as a button.
    func isButtonInput(_ node: NodeID) -> Bool {
        guard name(of: node) == "input" else { return false }
        return ["submit", "button", "reset", "image"].contains(attribute("type", of: node)?.lowercased())
    }
}
