import HTMLTree
import LiveProtocol
import OrderedCollections

/// What a list tells its view of how it is scrolled (TheClientsRules.md, "Lists that ask for more").
struct ScrollNotice {
    enum Event: Hashable {
        /// Its first element came into view.
        case top
        /// Its last element came into view.
        case bottom
        /// The person scrolled up past its top.
        case overrun
    }

    var event: Event
    var list: NodeID
    /// The element that stays where it is while the answer is waited for.
    var anchor: NodeID
    /// What `phx-viewport-top` or `-bottom` says.
    var binding: String
    var value: OrderedDictionary<String, JSONValue>

    /// The edge at which the anchor is kept; nil where it is not.
    var edge: ViewportEdge? {
        switch event {
        case .top: .top
        case .bottom: .bottom
        case .overrun: nil
        }
    }
}

/// Lists that ask for more when their ends come into view: `phx-viewport-top` and `-bottom`
/// (TheClientsRules.md, "Lists that ask for more").
final class ListScrolling {
    /// The pause that one kind of event keeps.
    private struct Pause {
        var lastTime: Duration?
        /// Tells the view once more when the pause ends.
        var timer: VirtualClock.TimerID?
    }

    /// How the scrolling over one list goes.
    private struct State {
        var pauses: [ScrollNotice.Event: Pause] = [:]
        /// The event whose answer is waited for; nothing else is told meanwhile.
        var pending: ScrollNotice?
        /// Whether the person has scrolled past the top and not back yet.
        var isOverrun = false
    }

    private static let interval = Duration.milliseconds(500)

    private let document: Document
    private let schedule: PageSchedule
    private weak var viewport: (any Viewport)?
    private var states: [NodeID: State] = [:]

    init(document: Document, schedule: PageSchedule) {
        self.document = document
        self.schedule = schedule
    }

    /// The person scrolled by some rows: down, or up by a negative number.
    ///
    /// - Parameters:
    ///   - lists: The lists of the page, in document order.
    ///   - tell: Tells a view, now or after a pause.
    func scrolled(
        by rows: Int, over lists: [NodeID], in viewport: any Viewport, _ tell: @escaping (ScrollNotice) -> Void
    ) {
        self.viewport = viewport
        for list in lists where document.isAlive(list) {
            noticeScroll(over: list, isUp: rows < 0, in: viewport, tell)
        }
    }

    private func noticeScroll(
        over list: NodeID, isUp: Bool, in viewport: any Viewport, _ tell: @escaping (ScrollNotice) -> Void
    ) {
        if let pending = states[list]?.pending {
            if let edge = pending.edge, document.isAlive(pending.anchor) { viewport.scroll(pending.anchor, to: edge) }
            return
        }
        let children = document.children(of: list).filter(document.isElement)
        guard let first = children.first, let last = children.last else { return }
        let top = binding(BindingName.viewportTop, of: list)
        if let start = viewport.rowsInView(of: overrunTarget(of: list))?.lowerBound {
            if isUp, let top, start >= 0, states[list]?.isOverrun != true {
                states[list, default: State()].isOverrun = true
                limit(notice(.overrun, of: list, at: first, top), tell)
            } else if !isUp, start <= 0 {
                states[list]?.isOverrun = false
            }
        }
        let shown = 0..<viewport.height
        if isUp, let top, let rows = viewport.rowsInView(of: first), shown.contains(rows.lowerBound) {
            limit(notice(.top, of: list, at: first, top), tell)
        } else if !isUp, let bottom = binding(BindingName.viewportBottom, of: list),
            let rows = viewport.rowsInView(of: last), shown.contains(rows.upperBound - 1)
        {
            limit(notice(.bottom, of: list, at: last, bottom), tell)
        }
    }

    private func binding(_ name: String, of list: NodeID) -> String? {
        document.attribute(name, of: list).flatMap { $0.isEmpty || $0 == "false" ? nil : $0 }
    }

    /// The element whose top decides whether the person scrolled past it: the list, unless it names another.
    private func overrunTarget(of list: NodeID) -> NodeID {
        document.attribute(BindingName.viewportOverrunTarget, of: list).flatMap(document.element(withID:)) ?? list
    }

    private func notice(
        _ event: ScrollNotice.Event, of list: NodeID, at child: NodeID, _ binding: String
    ) -> ScrollNotice {
        var value: OrderedDictionary<String, JSONValue> = ["id": .string(document.attribute("id", of: child) ?? "")]
        if event == .overrun { value["_overran"] = true }
        return ScrollNotice(event: event, list: list, anchor: child, binding: binding, value: value)
    }

    /// Tells the view at once, or, within the pause after the last time, when that ends.
    private func limit(_ notice: ScrollNotice, _ tell: @escaping (ScrollNotice) -> Void) {
        let (list, event) = (notice.list, notice.event)
        let pause = states[list]?.pauses[event] ?? Pause()
        guard let last = pause.lastTime, schedule.now - last < Self.interval else {
            if let timer = pause.timer { schedule.cancel(timer) }
            states[list, default: State()].pauses[event] = Pause(lastTime: schedule.now)
            return pass(notice, to: tell)
        }
        guard pause.timer == nil else { return }
        let timer = schedule.after(last + Self.interval - schedule.now) { [weak self] in
            guard let self, states[list] != nil else { return }
            states[list]?.pauses[event] = Pause(lastTime: schedule.now)
            pass(notice, to: tell)
        }
        states[list]?.pauses[event]?.timer = timer
    }

    private func pass(_ notice: ScrollNotice, to tell: (ScrollNotice) -> Void) {
        guard document.isAlive(notice.list), document.isAlive(notice.anchor) else { return }
        var notice = notice
        notice.value["id"] = .string(document.attribute("id", of: notice.anchor) ?? "")
        tell(notice)
    }

    // MARK: Answers

    /// Nothing else is told of a list until the answer to what was told of it is there.
    func awaitAnswer(to notice: ScrollNotice) { states[notice.list, default: State()].pending = notice }

    /// No answer comes.
    func giveUp(_ notice: ScrollNotice) { states[notice.list]?.pending = nil }

    /// The view has answered: what was at the edge goes back there if the new elements moved it away.
    func answered(_ notice: ScrollNotice) {
        guard document.isAlive(notice.list) else { return }
        states[notice.list]?.pending = nil
        guard let edge = notice.edge else { return }
        schedule.onNextFrame { [weak self] in
            guard let self, let viewport, document.isAlive(notice.anchor),
                let rows = viewport.rowsInView(of: notice.anchor), !rows.overlaps(0..<viewport.height)
            else { return }
            viewport.scroll(notice.anchor, to: edge)
        }
    }

    /// Forgets a list that is gone.
    func forget(_ list: NodeID) { if !states.isEmpty { states[list] = nil } }
}
