import HTMLTree
import OrderedCollections

/// The elements of one view that wait for the answers to pushes (`putRef` and `undoRefs` in phoenix_live_view's view.ts).
///
/// Each push has a number, its mark. What the push locks shows that it loads, and patches of it go to a private copy,
/// until its answer ends all marks up to its own.
final class ViewLocks {
    /// What the end of a lock leads to.
    struct Effects {
        /// Brings what came for an element from its private copy to the page, up to a mark.
        var show: (_ copy: NodeID, _ node: NodeID, _ mark: Int) -> Void
        /// Frees what stood in an element.
        var free: (NodeID) -> Void
    }

    private let viewID: String
    private let document: Document
    private let nodes: NodeTable
    var effects = Effects(show: { _, _, _ in }, free: { _ in })
    private var markCount = 0
    /// The elements that wait for answers.
    private(set) var elements: OrderedSet<NodeID> = []
    /// What waits for elements to be unlocked.
    private var waiters: [(node: NodeID, run: () -> Void)] = []

    init(viewID: String, document: Document, nodes: NodeTable) {
        self.viewID = viewID
        self.document = document
        self.nodes = nodes
    }

    // MARK: Marking

    /// Numbers the locks and loading marks of the next push.
    func nextMark() -> Int {
        markCount += 1
        return markCount - 1
    }

    /// Marks an element as waiting for the answer to a push.
    ///
    /// - Parameters:
    ///   - mark: The number of the push.
    ///   - type: The `x` of the class `phx-x-loading`; nil when only the lock is wanted.
    ///   - locks: Whether patches go to a private copy until the answer.
    func mark(_ node: NodeID, as mark: Int, type: String?, locks: Bool = true) {
        guard document.isAlive(node) else { return }
        let text = String(mark)
        document.changeAttributes(of: node) { attributes in
            attributes[PendingMark.source] = viewID
            attributes[PendingMark.loading] = text
            if locks { attributes[PendingMark.lock] = text }
            guard let type else { return false }
            let name = StateClass.loading(of: type)
            // What goes again with the answer, and leaves the class as it was, is no edit.
            let goesAgain = StateClass.isPending(name[...]) && ClassList.isPlain(attributes["class"])
            return ClassList.add(name, to: &attributes) && !goesAgain
        }
        elements.append(node)
        if type != nil { showWaiting(node) }
    }

    /// Takes in an element that is marked already, as a copy of one or by a patch.
    func note(_ node: NodeID) { elements.append(node) }

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

    /// Marks and disables what a submit makes wait (`disableForm` in phoenix_live_view's view.ts).
    func lock(form: NodeID, submitter: NodeID?, as mark: Int) {
        let controls = document.controls(of: form)
        let disabled = controls.filter {
            ["button", "input", "textarea"].contains(document.name(of: $0)) && !isInIgnoredPart($0, of: form)
        }
        for control in disabled { disable(control) }
        let waiting = controls.filter { document.hasAttribute(BindingName.disableWith, of: $0) } + disabled
        for node in waiting.reversed() {
            let isShown = submitter == nil || submitter == node
            self.mark(node, as: mark, type: isShown ? "submit" : nil)
        }
        self.mark(form, as: mark, type: "submit", locks: false)
    }

    private func isInIgnoredPart(_ node: NodeID, of form: NodeID) -> Bool {
        document.inclusiveAncestors(of: node).prefix { $0 != form }.contains {
            document.attribute(BindingName.update, of: $0) == "ignore"
                || document.attribute(ViewAttribute.update, of: $0) == "ignore"
        }
    }

    /// Disables a control for the time of a submit, or keeps it from being edited.
    private func disable(_ node: NodeID) {
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
    func end(upTo mark: Int) {
        guard !elements.isEmpty else { return }
        for node in marked(below: document.root) { end(node, upTo: mark) }
        elements.removeAll { !document.isAlive($0) || !document.isPending($0) }
        if !waiters.isEmpty { runWaiters() }
    }

    /// Takes the marks from all that waits, because the view was joined anew: nothing of it will be answered.
    func drop() {
        for node in elements where document.isAlive(node) && document.isConnected(node) {
            // What showed the waiting goes with the patch of the join.
            for name in PendingMark.attributes { document.removeAttribute(name, of: node) }
        }
        elements = []
    }

    /// The elements of the page that wait, in document order.
    private func marked(below top: NodeID) -> [NodeID] {
        let found = elements.elements.filter {
            document.isAlive($0) && document.contains(top, $0) && $0 != top
                && document.attribute(PendingMark.source, of: $0) == viewID
        }
        return found.count < 2 ? found : found.sorted(by: document.precedes)
    }

    private func end(_ node: NodeID, upTo mark: Int) {
        guard document.isAlive(node), document.isPending(node) else { return }
        let loading = PendingMark.loading(of: node, in: document)
        let lock = PendingMark.lock(of: node, in: document)
        // A newer push has marked all of it again.
        if let loading, let lock, loading > mark, lock > mark { return }
        if let lock, lock <= mark {
            if let copy = nodes.state(of: node)?.lockedCopy {
                nodes[node].lockedCopy = nil
                effects.show(copy, node, mark)
                // Where several locks met, not all that came may have reached the page.
                if document.isAlive(node) { document.noteEdit(of: node) }
                for child in marked(below: node) { end(child, upTo: mark) }
            }
            guard document.isAlive(node) else { return }
            if let loading, loading <= mark { return endAll(of: node) }
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
        if isUnlocked {
            document.withoutEdits { document.removeAttribute(PendingMark.loading, of: node) }
            restore(node)
        }
        document.changeAttributes(of: node) { attributes in
            ClassList.remove(from: &attributes) { name in
                StateClass.isPending(name) && (isUnlocked || name != StateClass.submitLoading)
            }
            return false
        }
    }

    /// Takes all marks from an element at once, whose lock and loading end together, as they mostly do.
    private func endAll(of node: NodeID) {
        document.changeAttributes(of: node) { attributes in
            for name in PendingMark.attributes { attributes[name] = nil }
            ClassList.remove(from: &attributes, where: StateClass.isPending)
            return false
        }
        restore(node)
    }

    /// Gives an element back what showed before that it waits.
    private func restore(_ node: NodeID) {
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
        for child in Array(document.children(of: node)) { effects.free(child) }
        if !text.isEmpty { document.append(document.createText(text), to: node) }
    }

    // MARK: Waiting for locks

    /// Runs an operation when patches reach an element: now, unless it, or something it is in, waits for an answer.
    func whenUnlocked(_ node: NodeID, _ operation: @escaping () -> Void) {
        waiters.append((node, operation))
        runWaiters()
    }

    private func runWaiters() {
        let present = waiters
        waiters = []
        for waiter in present where document.isAlive(waiter.node) {
            if document.isWithin(PendingMark.lock, waiter.node) { waiters.append(waiter) } else { waiter.run() }
        }
    }
}

extension Document {
    /// Whether the element waits for the answer to a push.
    func isPending(_ node: NodeID) -> Bool { hasAttribute(PendingMark.source, of: node) }
}
