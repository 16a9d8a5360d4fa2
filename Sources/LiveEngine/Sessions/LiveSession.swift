import LiveProtocol
import Markup
import OrderedCollections
import Templates

/// One live view of one page: it runs handlers as transactions and says what changed.
///
/// What depends on the type of the view is in `Session`; all that does not is here, where it is compiled once.
class LiveSession: Recipient {
    let place: SessionPlace
    final var state: SocketState
    final var tree: Rendered?
    /// What of the page is rendered by itself.
    final let parts: PageParts
    final var sentTitle: String?
    final private(set) var failures: [String] = []
    /// What it holds, as values, once somebody has asked; none again as soon as something of it changes.
    final var kept: KeptSession?
    final var activities: SessionActivities?
    final var isMounted = false
    /// Whether it has left for another page, or has been ended.
    final private(set) var isEnded = false
    /// Whether it was ended by a handler that could not go on.
    final var isCrashed = false

    init(place: SessionPlace) {
        self.place = place
        parts = PageParts(session: place.address.number, id: place.id, tokens: place.services.shared.tokens)
        state = SocketState(
            home: place, isConnected: place.isConnected, url: "/", now: place.services.clock.date)
    }

    // MARK: What the view's type decides

    var viewName: String { "" }

    /// Where the view's template files lie, if it has any.
    var templates: TemplateLibrary? { nil }

    /// Begins a transaction: further work is done on a copy of the context.
    func begin() {}

    /// Does work on the copy.
    func perform(_ work: SessionWork, _ state: inout SocketState) throws {}

    /// Handles an info that a component sent to a view of a type.
    func perform(sent info: any Sendable, to type: Any.Type, _ state: inout SocketState) throws {}

    /// Renders the copy.
    func render(_ meta: Meta) throws -> Rendered { .empty }

    /// Makes the copy the context.
    func keep() {}

    /// Lets the view know that the session ends.
    func finish() {}

    /// The context; a copy for whoever looks at it or keeps it.
    var shownContext: any LiveContext { NoContext() }

    /// Makes an info of the view of what a script says.
    func info(from message: JSONValue) throws -> any Sendable { message }

    // MARK: What clients ask for

    /// - Parameter connectParams: What the client says about itself.
    final func join(
        _ params: Params, flash: Flash, connectParams: OrderedDictionary<String, JSONValue> = [:]
    ) -> Reply {
        state.url = params.url
        state.flash = flash
        state.connectParams = connectParams
        do {
            switch try transact(.mount(params)) {
            case .changed(let diff, let patches):
                return .joined(JoinReply(rendered: diff, livePatch: patches.last))
            case .left(let exit, _): return .refused(exit.refusal)
            }
        } catch {
            end()
            guard place.role == .main, let status = StatusError(of: error)?.status, (400..<500).contains(status) else {
                return .refused(.crashed(reason: "\(error)"))
            }
            return .refused(.reload(status: status, token: place.seal("\(status)", for: .reload)))
        }
    }

    /// Mounts and renders the view for a page that no client has joined; nothing that it asks for is done.
    ///
    /// - Throws: What the view, or a hook before it, throws.
    final func render(_ params: Params, flash: Flash) throws -> Outcome {
        state.url = params.url
        state.flash = flash
        return try transact(.mount(params))
    }

    final func handle(_ push: EventPush) -> Reply {
        // An event for a component that is gone does nothing (TheWire.md, "What a client says").
        if let cid = push.component, components?.hasComponent(cid) != true { return .handled(nil) }
        return answer(.event(push))
    }

    /// The page is about to remove components.
    final func expectEnd(of cids: [Int]) { components?.expectEnd(of: cids) }

    /// The page has removed components.
    ///
    /// - Returns: Those that have ended here as well.
    final func endComponents(_ cids: [Int]) -> [Int] {
        let ended = components?.end(cids) ?? []
        if let activities { for cid in ended { activities.end(.component(cid), in: place.services) } }
        for cid in ended { state.uploads.end(of: .component(cid)) }
        kept = nil
        return ended
    }

    /// The person went to another address of the same view.
    final func patch(_ match: Routes.Match) -> Reply { answer(.patch(match.params)) }

    /// Ends what the session started; further calls do nothing.
    final func end(_ reason: EndedView.Reason = .closed) {
        guard !isEnded else { return }
        isEnded = true
        if isMounted { place.services.instruments?.callbacks?.observe(endedView(reason)) }
        place.end(self)
        activities?.end(in: place.services)
        activities = nil
        if isMounted {
            finish()
            record(.ended)
        }
        tree = nil
        parts.removeAll()
    }

    /// The view that a client names by a topic and the token it was given; nil when the page has none of it.
    final func nestedView(of topic: String, token: String) -> (view: NestedView, placing: Int)? {
        PageTokens.container(of: topic).flatMap { nested?.view($0, token: token) }
    }

    /// The client has left a view that was placed in this one.
    final func forget(nested id: String, placing: Int) { nested?.left(id, placing: placing) }

    final func inspect() -> Inspection {
        Inspection(of: viewName, shownContext, state.flash, failures: failures)
    }

    final var components: ComponentTable? { parts.components }
    final var nested: NestedViews? { parts.nested }

    final var clock: VirtualClock { place.services.clock }

    final var background: BackgroundWork { place.background }

    final func openLetters() { place.openLetters() }

    /// Whether a task runs whose end is to come.
    final var isWorking: Bool { activities?.isWorking ?? false }

    /// The names of the tasks whose end is to come.
    final var workingTasks: [String] { activities?.workingTasks ?? [] }

    final func note(_ error: any Error) {
        if failures.count >= place.services.limits.failures, !failures.isEmpty { failures.removeFirst() }
        failures.append("\(error)")
        kept = nil
    }
}
