import HTMLTree
import LiveProtocol

/// What JS commands do to elements: lasting attributes and classes, showing and hiding, transitions
/// (TheClientsRules.md, "What commands leave behind").
final class ElementEffects {
    private let document: Document
    private let nodes: NodeTable
    private let schedule: PageSchedule
    /// Whether an element is to be seen; unless set, whether no markup hides it.
    var isDisplayed: ((NodeID) -> Bool)?
    /// Dispatches an event of showing or hiding on an element.
    var announce: (_ name: String, _ node: NodeID) -> Void = { _, _ in }

    init(document: Document, nodes: NodeTable, schedule: PageSchedule) {
        self.document = document
        self.nodes = nodes
        self.schedule = schedule
    }

    /// Whether an element is to be seen: it and all above it have a place on the page.
    func isVisible(_ node: NodeID) -> Bool {
        guard document.isAlive(node), document.isConnected(node) else { return false }
        return isDisplayed?(node) ?? !document.isHiddenByMarkup(node)
    }

    // MARK: Attributes

    /// Sets an attribute for good, or removes it for good.
    func setAttribute(_ name: String, to value: String?, of node: NodeID) {
        change(node) { $0.setAttribute(name, to: value) }
    }

    /// Toggles an attribute between two values, or between one and none.
    func toggleAttribute(_ name: String, _ value: String, _ other: String?, of node: NodeID) {
        let present = document.attribute(name, of: node)
        let next = present == nil ? value : other.map { present == value ? $0 : value }
        setAttribute(name, to: next, of: node)
    }

    /// Leaves attributes, given by names or patterns, to the client at later patches.
    func ignoreAttributes(_ names: [String], of node: NodeID) { nodes[node].ignoredAttributes = names }

    /// Changes an element's lasting effects and shows them.
    private func change(_ node: NodeID, _ change: (inout StickyEffects) -> Void) {
        guard document.isAlive(node) else { return }
        change(&nodes[node].sticky)
        nodes[node].sticky.apply(to: node, in: document)
    }

    // MARK: Classes

    /// Adds and removes classes, with a transition or in the next frame.
    func changeClasses(
        of node: NodeID, adding added: [String], removing removed: [String], _ transition: JSTransition? = nil,
        _ timing: JSTiming = JSTiming()
    ) {
        guard let transition, !transition.during.isEmpty else {
            schedule.onNextFrame { [weak self] in self?.settleClasses(of: node, adding: added, removing: removed) }
            return
        }
        runTransition(
            transition, of: node, timing, clearing: transition.during + transition.end, shown: {},
            done: { [weak self] in
                self?.changeClasses(
                    of: node, adding: added + transition.end, removing: removed + transition.during + transition.start)
            })
    }

    /// Toggles each class by itself; which way is seen in the next frame, and done in the one after.
    func toggleClasses(_ names: [String], of node: NodeID, _ transition: JSTransition?, _ timing: JSTiming) {
        schedule.onNextFrame { [weak self] in
            guard let self, document.isAlive(node) else { return }
            let effects = nodes[node].sticky
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
        change(node) { $0.changeClasses(adding: added, removing: removed, present: present) }
    }

    // MARK: Showing and hiding

    func show(_ node: NodeID, _ display: String?, _ transition: JSTransition?, _ timing: JSTiming, type: String?) {
        guard !isVisible(node) else { return }
        toggle(node, display: display, ins: transition, outs: nil, timing, type: type)
    }

    func hide(_ node: NodeID, _ transition: JSTransition?, _ timing: JSTiming, type: String?) {
        guard isVisible(node) else { return }
        toggle(node, display: nil, ins: nil, outs: transition, timing, type: type)
    }

    /// Shows what is hidden, and hides what is shown.
    ///
    /// - Parameter type: The type of event that runs the command; `remove` for an element that leaves.
    func toggle(
        _ node: NodeID, display: String?, ins: JSTransition?, outs: JSTransition?, _ timing: JSTiming, type: String?
    ) {
        let (ins, outs) = (ins ?? JSTransition(during: []), outs ?? JSTransition(during: []))
        switch (isVisible(node), ins.during.isEmpty && outs.during.isEmpty) {
        case (true, true):
            schedule.onNextFrame { [weak self] in self?.setDisplay("none", of: node, announcing: "hide") }
        case (false, true):
            schedule.onNextFrame { [weak self] in
                guard let self, document.isAlive(node) else { return }
                setDisplay(display ?? defaultDisplay(of: node), of: node, announcing: "show")
            }
        case (true, false): conceal(node, outs, ins: ins, timing)
        // What leaves does not come in again.
        case (false, false) where type == "remove": return
        case (false, false): reveal(node, display, ins, outs: outs, timing)
        }
    }

    private func setDisplay(_ display: String, of node: NodeID, announcing name: String) {
        guard document.isAlive(node) else { return }
        announce("phx:\(name)-start", node)
        change(node) { $0.setDisplay(display) }
        announce("phx:\(name)-end", node)
    }

    private func reveal(
        _ node: NodeID, _ display: String?, _ ins: JSTransition, outs: JSTransition, _ timing: JSTiming
    ) {
        let display = display ?? defaultDisplay(of: node)
        announce("phx:show-start", node)
        runTransition(
            ins, of: node, timing, clearing: outs.all,
            shown: { [weak self] in self?.change(node) { $0.setDisplay(display) } },
            done: { [weak self] in
                self?.changeClasses(of: node, adding: [], removing: ins.during + ins.end)
                self?.announce("phx:show-end", node)
            })
    }

    private func conceal(_ node: NodeID, _ outs: JSTransition, ins: JSTransition, _ timing: JSTiming) {
        announce("phx:hide-start", node)
        runTransition(
            outs, of: node, timing, clearing: ins.all, shown: {},
            done: { [weak self] in
                self?.changeClasses(of: node, adding: [], removing: outs.during + outs.end)
                self?.change(node) { $0.setDisplay("none") }
                self?.announce("phx:hide-end", node)
            })
    }

    /// Puts the classes of a transition on an element: those of its start, a frame later those of its course, and a frame
    /// later those of its end in place of those of its start.
    ///
    /// - Parameters:
    ///   - cleared: The classes that go at the start.
    ///   - shown: Runs with the last step.
    ///   - done: Runs when the time is over.
    private func runTransition(
        _ transition: JSTransition, of node: NodeID, _ timing: JSTiming, clearing cleared: [String],
        shown: @escaping () -> Void, done: @escaping () -> Void
    ) {
        schedule.runTransition(timing) { [weak self] in
            self?.changeClasses(of: node, adding: transition.start, removing: cleared)
            self?.schedule.onNextFrame { [weak self] in
                self?.changeClasses(of: node, adding: transition.during, removing: [])
                self?.schedule.onNextFrame { [weak self] in
                    shown()
                    self?.changeClasses(of: node, adding: transition.end, removing: transition.start)
                }
            }
        } done: {
            done()
        }
    }

    private func defaultDisplay(of node: NodeID) -> String {
        switch document.name(of: node) {
        case "tr": "table-row"
        case "td": "table-cell"
        default: "block"
        }
    }
}

extension JSTransition {
    fileprivate var all: [String] { during + start + end }
}
