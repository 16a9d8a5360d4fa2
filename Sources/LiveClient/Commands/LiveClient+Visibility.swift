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
        reveal(node, display, transition, outs: nil, timing, type: type)
    }

    func hide(_ node: NodeID, _ transition: JSTransition?, _ timing: JSTiming) {
        guard isVisible(node) else { return }
        conceal(node, transition, ins: nil, timing)
    }

    func toggle(
        _ node: NodeID, display: String?, ins: JSTransition?, outs: JSTransition?, _ timing: JSTiming, type: String?
    ) {
        if isVisible(node) {
            conceal(node, outs, ins: ins, timing)
        } else {
            reveal(node, display, ins, outs: outs, timing, type: type)
        }
    }

    private func reveal(
        _ node: NodeID, _ display: String?, _ ins: JSTransition?, outs: JSTransition?, _ timing: JSTiming,
        type: String?
    ) {
        let display = display ?? defaultDisplay(of: node)
        guard !(ins?.during ?? []).isEmpty || !(outs?.during ?? []).isEmpty else {
            onNextFrame { [weak self] in
                guard let self, document.isAlive(node) else { return }
                announce("phx:show-start", on: node)
                changeEffects(of: node) { $0.display = display }
                announce("phx:show-end", on: node)
            }
            return
        }
        // What leaves does not come in again.
        guard type != "remove" else { return }
        let ins = ins ?? JSTransition(during: [])
        announce("phx:show-start", on: node)
        runTransition(of: node, timing) { [weak self] in
            guard let self else { return }
            setClasses(of: node, adding: ins.start, removing: outs?.all ?? [])
            onNextFrame { [weak self] in
                guard let self else { return }
                setClasses(of: node, adding: ins.during, removing: [])
                onNextFrame { [weak self] in
                    guard let self else { return }
                    changeEffects(of: node) { $0.display = display }
                    setClasses(of: node, adding: ins.end, removing: ins.start)
                }
            }
        } done: { [weak self] in
            guard let self else { return }
            setClasses(of: node, adding: [], removing: ins.during + ins.end)
            announce("phx:show-end", on: node)
        }
    }

    private func conceal(_ node: NodeID, _ outs: JSTransition?, ins: JSTransition?, _ timing: JSTiming) {
        guard !(ins?.during ?? []).isEmpty || !(outs?.during ?? []).isEmpty else {
            onNextFrame { [weak self] in
                guard let self, document.isAlive(node) else { return }
                announce("phx:hide-start", on: node)
                changeEffects(of: node) { $0.display = "none" }
                announce("phx:hide-end", on: node)
            }
            return
        }
        let outs = outs ?? JSTransition(during: [])
        announce("phx:hide-start", on: node)
        runTransition(of: node, timing) { [weak self] in
            guard let self else { return }
            setClasses(of: node, adding: outs.start, removing: ins?.all ?? [])
            onNextFrame { [weak self] in
                guard let self else { return }
                setClasses(of: node, adding: outs.during, removing: [])
                onNextFrame { [weak self] in
                    self?.setClasses(of: node, adding: outs.end, removing: outs.start)
                }
            }
        } done: { [weak self] in
            guard let self else { return }
            setClasses(of: node, adding: [], removing: outs.during + outs.end)
            changeEffects(of: node) { $0.display = "none" }
            announce("phx:hide-end", on: node)
        }
    }

    /// Starts a transition and ends it after its time; if it blocks, patches wait for that.
    func runTransition(
        of node: NodeID, _ timing: JSTiming, start: () -> Void, done: @escaping () -> Void
    ) {
        let time = Duration.milliseconds(timing.time ?? Self.defaultTransitionTime)
        if timing.isBlocking { page.transitions.start() }
        start()
        after(time) { [weak self] in
            guard let self else { return }
            if document.isAlive(node) { done() }
            guard timing.isBlocking else { return }
            page.transitions.end()
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
    var all: [String] { during + start + end }
}
