import HTMLTree
import LiveProtocol
import OrderedCollections

/// Lists that ask for more when their ends come into view: `phx-viewport-top` and `-bottom` (CLIENT.md 14).
extension LiveClient {
    /// The person scrolled by some rows: down, or up by a negative number.
    public func scrolled(by rows: Int) {
        guard rows != 0, let viewport else { return }
        for list in bindings.elements(.viewport) where document.isAlive(list) {
            noticeScroll(over: list, isUp: rows < 0, in: viewport)
        }
    }

    private func noticeScroll(over list: NodeID, isUp: Bool, in viewport: any Viewport) {
        if let pending = page.nodes[list].viewport.pending { return keepInPlace(list, during: pending, in: viewport) }
        let children = document.children(of: list).filter(document.isElement)
        guard let first = children.first, let last = children.last else { return }
        let top = viewportBinding(BindingName.viewportTop, of: list)
        if let start = viewport.rowsInView(of: overrunTarget(of: list))?.lowerBound {
            if isUp, let top, start >= 0, !page.nodes[list].viewport.isOverrun {
                page.nodes[list].viewport.isOverrun = true
                limit(.overrun, of: list) { [weak self] in self?.tell(.overrun, of: list, at: first, top) }
            } else if !isUp, start <= 0 {
                page.nodes[list].viewport.isOverrun = false
            }
        }
        let shown = 0..<viewport.height
        if isUp, let top, let rows = viewport.rowsInView(of: first), shown.contains(rows.lowerBound) {
            limit(.top, of: list) { [weak self] in self?.tell(.top, of: list, at: first, top) }
        } else if !isUp, let bottom = viewportBinding(BindingName.viewportBottom, of: list),
            let rows = viewport.rowsInView(of: last), shown.contains(rows.upperBound - 1)
        {
            limit(.bottom, of: list) { [weak self] in self?.tell(.bottom, of: list, at: last, bottom) }
        }
    }

    private func viewportBinding(_ name: String, of list: NodeID) -> String? {
        document.attribute(name, of: list).flatMap { $0.isEmpty || $0 == "false" ? nil : $0 }
    }

    /// The element whose top decides whether the person scrolled past it: the list, unless it names another.
    private func overrunTarget(of list: NodeID) -> NodeID {
        document.attribute(BindingName.viewportOverrunTarget, of: list).flatMap(document.element(withID:)) ?? list
    }

    /// Tells the view at once, or, within the pause after the last time, when that ends.
    private func limit(_ event: ViewportState.Event, of list: NodeID, _ action: @escaping () -> Void) {
        let pause = page.nodes[list].viewport.pauses[event] ?? ViewportState.Pause()
        guard let last = pause.lastTime, clock.now - last < ViewportState.interval else {
            if let timer = pause.timer { page.timers.cancel(timer) }
            page.nodes[list].viewport.pauses[event] = ViewportState.Pause(lastTime: clock.now)
            return action()
        }
        guard pause.timer == nil else { return }
        let timer = after(last + ViewportState.interval - clock.now) { [weak self] in
            guard let self, document.isAlive(list) else { return }
            page.nodes[list].viewport.pauses[event] = ViewportState.Pause(lastTime: clock.now)
            action()
        }
        page.nodes[list].viewport.pauses[event]?.timer = timer
    }

    private func tell(_ event: ViewportState.Event, of list: NodeID, at child: NodeID, _ binding: String) {
        guard document.isAlive(list), document.isAlive(child) else { return }
        var value: OrderedDictionary<String, JSONValue> = ["id": .string(document.attribute("id", of: child) ?? "")]
        if event == .overrun { value["_overran"] = true }
        var context = CommandContext(source: list, type: "js", metadata: value)
        guard !binding.hasPrefix("[") else { return run(binding, in: context) }
        page.nodes[list].viewport.pending = event
        page.nodes[list].viewport.anchor = child
        context.whenAnswered = { [weak self] in self?.answered(event, of: list, at: child) }
        if pushCommand(JSPush(event: binding, value: value), in: &context) == 0 { endPending(of: list) }
    }

    /// The view has answered: what was at the edge goes back there if the new elements moved it away.
    private func answered(_ event: ViewportState.Event, of list: NodeID, at anchor: NodeID) {
        guard document.isAlive(list) else { return }
        endPending(of: list)
        guard event != .overrun else { return }
        onNextFrame { [weak self] in
            guard let self, let viewport, document.isAlive(anchor),
                let rows = viewport.rowsInView(of: anchor), !rows.overlaps(0..<viewport.height)
            else { return }
            viewport.scroll(anchor, to: event == .top ? .top : .bottom)
        }
    }

    private func endPending(of list: NodeID) {
        page.nodes[list].viewport.pending = nil
        page.nodes[list].viewport.anchor = nil
    }

    private func keepInPlace(_ list: NodeID, during event: ViewportState.Event, in viewport: any Viewport) {
        guard event != .overrun, let anchor = page.nodes[list].viewport.anchor, document.isAlive(anchor) else { return }
        viewport.scroll(anchor, to: event == .top ? .top : .bottom)
    }
}
