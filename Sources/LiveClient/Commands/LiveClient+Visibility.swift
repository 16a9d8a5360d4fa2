import HTMLTree
import LiveProtocol

extension LiveClient {
    static let defaultTransitionTime = 200

    /// Whether an element is to be seen: it and all above it have a place on the page.
    func isVisible(_ node: NodeID) -> Bool {
        guard document.isAlive(node), document.isConnected(node) else { return false }
        return isDisplayed?(node) ?? !document.isHiddenByMarkup(node)
    }

    func show(_ node: NodeID, _ display: String?, _ transition: JSTransition?, _ timing: JSTiming, type: String?) {
        guard !isVisible(node) else { return }
        toggle(node, display: display, ins: transition, outs: nil, timing, type: type)
    }

    func hide(_ node: NodeID, _ transition: JSTransition?, _ timing: JSTiming, type: String?) {
        guard isVisible(node) else { return }
        toggle(node, display: nil, ins: nil, outs: transition, timing, type: type)
    }

    func toggle(
        _ node: NodeID, display: String?, ins: JSTransition?, outs: JSTransition?, _ timing: JSTiming, type: String?
    ) {
        let (ins, outs) = (ins ?? JSTransition(during: []), outs ?? JSTransition(during: []))
        switch (isVisible(node), ins.during.isEmpty && outs.during.isEmpty) {
        case (true, true):
            onNextFrame { [weak self] in self?.setDisplay("none", of: node, announcing: "hide") }
        case (false, true):
            onNextFrame { [weak self] in
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
        announce("phx:\(name)-start", on: node)
        changeEffects(of: node) { $0.setDisplay(display) }
        announce("phx:\(name)-end", on: node)
    }

    private func reveal(
        _ node: NodeID, _ display: String?, _ ins: JSTransition, outs: JSTransition, _ timing: JSTiming
    ) {
        let display = display ?? defaultDisplay(of: node)
        announce("phx:show-start", on: node)
        runTransition(timing) { [weak self] in
            self?.changeClasses(of: node, adding: ins.start, removing: outs.all)
            self?.onNextFrame { [weak self] in
                self?.changeClasses(of: node, adding: ins.during, removing: [])
                self?.onNextFrame { [weak self] in
                    self?.changeEffects(of: node) { $0.setDisplay(display) }
                    self?.changeClasses(of: node, adding: ins.end, removing: ins.start)
                }
            }
        } done: { [weak self] in
            self?.changeClasses(of: node, adding: [], removing: ins.during + ins.end)
            self?.announce("phx:show-end", on: node)
        }
    }

    private func conceal(_ node: NodeID, _ outs: JSTransition, ins: JSTransition, _ timing: JSTiming) {
        announce("phx:hide-start", on: node)
        runTransition(timing) { [weak self] in
            self?.changeClasses(of: node, adding: outs.start, removing: ins.all)
            self?.onNextFrame { [weak self] in
                self?.changeClasses(of: node, adding: outs.during, removing: [])
                self?.onNextFrame { [weak self] in
                    self?.changeClasses(of: node, adding: outs.end, removing: outs.start)
                }
            }
        } done: { [weak self] in
            self?.changeClasses(of: node, adding: [], removing: outs.during + outs.end)
            self?.changeEffects(of: node) { $0.setDisplay("none") }
            self?.announce("phx:hide-end", on: node)
        }
    }

    /// Starts a transition and ends it after its time; if it blocks, patches wait for that.
    func runTransition(_ timing: JSTiming, start: () -> Void, done: @escaping () -> Void) {
        if timing.isBlocking { page.transitions.start() }
        start()
        after(.milliseconds(timing.time ?? Self.defaultTransitionTime)) { [weak self] in
            if timing.isBlocking { self?.page.transitions.end() }
            done()
            while self?.runWaitingUpdate() == true {}
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
