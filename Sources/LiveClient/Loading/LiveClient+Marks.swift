import HTMLTree
import LiveProtocol

/// How elements wait for the answers to pushes (`putRef` and `undoRefs` in phoenix_live_view's view.ts).
extension LiveClient {
    /// Marks an element as waiting for the answer to a push.
    ///
    /// - Parameters:
    ///   - mark: The number of the push.
    ///   - type: The `x` of the class `phx-x-loading`; nil when only the lock is wanted.
    ///   - locks: Whether patches go to a private copy until the answer.
    func mark(_ node: NodeID, of view: ViewChannel, as mark: Int, type: String?, locks: Bool) {
        guard document.isAlive(node) else { return }
        document.withoutEdits {
            document.setAttribute(PendingMark.source, to: view.id, of: node)
            document.setAttribute(PendingMark.loading, to: String(mark), of: node)
            if locks { document.setAttribute(PendingMark.lock, to: String(mark), of: node) }
        }
        view.markedNodes.append(node)
        guard let type else { return }
        ClassList.change(of: node, in: document, adding: [StateClass.loading(of: type)], removing: [])
        showWaiting(node)
    }

    /// Whether the element waits for the answer to a push.
    func isPending(_ node: NodeID) -> Bool { document.hasAttribute(PendingMark.source, of: node) }

    /// Shows the `phx-disable-with` text of an element, and disables it.
    private func showWaiting(_ node: NodeID) {
        guard let text = document.attribute(BindingName.disableWith, of: node) else { return }
        if document.attribute(PendingMark.text, of: node)?.isEmpty ?? true {
            document.setAttribute(PendingMark.text, to: document.textContent(of: node), of: node)
        }
        if !text.isEmpty { replaceText(of: node, with: text) }
        if document.attribute(PendingMark.wasDisabled, of: node)?.isEmpty ?? true {
            let wasDisabled = canBeDisabled(node) ? String(document.hasAttribute("disabled", of: node)) : ""
            document.setAttribute(PendingMark.wasDisabled, to: wasDisabled, of: node)
        }
        document.setAttribute("disabled", to: "", of: node)
    }

    /// Disables a control for the time of a submit, or keeps it from being edited.
    func disable(_ node: NodeID) {
        let name = document.name(of: node)
        if name != "button" {
            document.setAttribute(
                PendingMark.wasReadOnly, to: String(document.hasAttribute("readonly", of: node)), of: node)
            document.setAttribute("readonly", to: "", of: node)
        }
        guard name == "button" || document.controlKind(of: node) == .file else { return }
        document.setAttribute(
            PendingMark.wasDisabled, to: String(document.hasAttribute("disabled", of: node)), of: node)
        document.setAttribute("disabled", to: "", of: node)
    }

    // MARK: Answers

    /// Ends the marks of pushes up to one: shows what came for locked elements, and restores the rest.
    func undoMarks(of view: ViewChannel, upTo mark: Int) {
        guard isConnected(view), !view.markedNodes.isEmpty else { return }
        for node in marked(by: view, below: document.root) { undoMark(of: node, in: view, upTo: mark) }
        view.markedNodes = view.markedNodes.filter { document.isAlive($0) && isPending($0) }
        if !view.unlockWaiters.isEmpty { runUnlockWaiters(of: view) }
    }

    /// Takes the marks from all that waits for a view that was joined anew: nothing of that will be answered.
    func dropMarks(of view: ViewChannel) {
        for node in view.markedNodes where document.isAlive(node) && document.isConnected(node) {
            // What showed the waiting goes with the patch of the join.
            for name in PendingMark.attributes { document.removeAttribute(name, of: node) }
        }
        view.markedNodes = []
    }

    /// The elements of the page that wait for a view, in document order.
    private func marked(by view: ViewChannel, below top: NodeID) -> [NodeID] {
        view.markedNodes.filter {
            document.isAlive($0) && document.contains(top, $0) && $0 != top
                && document.attribute(PendingMark.source, of: $0) == view.id
        }.sorted(by: document.precedes)
    }

    private func undoMark(of node: NodeID, in view: ViewChannel, upTo mark: Int) {
        guard document.isAlive(node), isPending(node) else { return }
        let loading = PendingMark.loading(of: node, in: document)
        let lock = PendingMark.lock(of: node, in: document)
        // A newer push has marked all of it again.
        if let loading, let lock, loading > mark, lock > mark { return }
        if let lock, lock <= mark {
            if let copy = page.nodes[node].lockedCopy {
                page.nodes[node].lockedCopy = nil
                show(copy, in: node, of: view, upTo: mark)
                // Where several locks met, not all that came may have reached the page.
                if document.isAlive(node) { document.noteEdit(of: node) }
                for child in marked(by: view, below: node) { undoMark(of: child, in: view, upTo: mark) }
            }
            guard document.isAlive(node) else { return }
            document.withoutEdits { document.removeAttribute(PendingMark.lock, of: node) }
        }
        endLoading(of: node, loading, lock, upTo: mark)
        if loading ?? .min <= mark, lock ?? .min <= mark {
            document.withoutEdits { document.removeAttribute(PendingMark.source, of: node) }
        }
    }

    private func endLoading(of node: NodeID, _ loading: Int?, _ lock: Int?, upTo mark: Int) {
        let isUnlocked = lock ?? .min <= mark
        guard let loading, loading <= mark else {
            if isUnlocked, ClassList.contains(StateClass.submitLoading, in: document, of: node) {
                ClassList.change(of: node, in: document, adding: [], removing: [StateClass.changeLoading])
            }
            return
        }
        if isUnlocked { restore(node) }
        document.withoutEdits {
            ClassList.change(
                of: node, in: document, adding: [],
                removing: StateClass.pending.filter { $0 != StateClass.submitLoading || isUnlocked })
        }
    }

    private func restore(_ node: NodeID) {
        document.withoutEdits { document.removeAttribute(PendingMark.loading, of: node) }
        if let wasReadOnly = document.attribute(PendingMark.wasReadOnly, of: node),
            ["input", "textarea"].contains(document.name(of: node))
        {
            if wasReadOnly != "true" { document.removeAttribute("readonly", of: node) }
            document.removeAttribute(PendingMark.wasReadOnly, of: node)
        }
        if let wasDisabled = document.attribute(PendingMark.wasDisabled, of: node), canBeDisabled(node) {
            if wasDisabled != "true" { document.removeAttribute("disabled", of: node) }
            document.removeAttribute(PendingMark.wasDisabled, of: node)
        }
        if let text = document.attribute(PendingMark.text, of: node) {
            replaceText(of: node, with: text)
            document.removeAttribute(PendingMark.text, of: node)
        }
    }

    private func canBeDisabled(_ node: NodeID) -> Bool {
        switch document.name(of: node) {
        case "button", "input", "select", "textarea", "fieldset", "option", "optgroup": true
        default: false
        }
    }

    private func replaceText(of node: NodeID, with text: String) {
        for child in Array(document.children(of: node)) { free(child) }
        if !text.isEmpty { document.append(document.createText(text), to: node) }
    }

    /// Makes the private copy of a locked element, whose marks are marks of the same view.
    func copyLocked(_ node: NodeID) -> NodeID {
        document.copy(node) { original, copy in
            if page.nodes.has(original) { page.nodes[copy] = page.nodes[original].forCopy }
            guard let source = document.attribute(PendingMark.source, of: original) else { return }
            page.views[source]?.markedNodes.append(copy)
        }
    }

    // MARK: Waiting for locks

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
        ([node] + document.ancestors(of: node)).contains { document.hasAttribute(PendingMark.lock, of: $0) }
    }
}
