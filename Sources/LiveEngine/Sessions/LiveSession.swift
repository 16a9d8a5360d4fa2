import LiveProtocol

/// One live view of one page: it runs handlers as transactions and says what changed.
///
/// What depends on the type of the view is in `Session`; all that does not is here, where it is compiled once.
class LiveSession {
    /// How many times in a row a view may patch its address.
    private static var patchLimit: Int { 20 }
    /// How many failures are kept to be looked at.
    private static var failureLimit: Int { 100 }

    let place: SessionPlace
    final private(set) var state: SocketState
    final private var tree: Rendered?
    final private var sentTitle: String?
    final private var failures: [String] = []
    final private var isMounted = false
    /// Whether it has left for another page, or has been ended.
    final private(set) var isEnded = false

    init(place: SessionPlace) {
        self.place = place
        state = SocketState(url: "/", now: place.engine.clock.date)
    }

    // MARK: What the view's type decides

    var viewName: String { "" }

    /// Begins a transaction: further work is done on a copy of the context.
    func begin() {}

    /// Does work on the copy.
    func perform(_ work: SessionWork, _ state: inout SocketState) throws {}

    /// Renders the copy.
    func render(_ meta: Meta) throws -> Rendered { .empty }

    /// Makes the copy the context, and does what the work asked of timers.
    func keep() {}

    /// Ends timers, and lets the view know unless it was never mounted.
    func finish(isMounted: Bool) {}

    func encodeContext() throws -> JSONValue { .null }

    // MARK: What clients ask for

    final func join(_ params: Params, flash: Flash) -> Reply {
        state.url = params.url
        state.flash = flash
        do {
            switch try transact(.mount(params)) {
            case .changed(let diff, let patches):
                return .joined(JoinReply(rendered: diff, livePatch: patches.last))
            case .left(let exit): return .refused(exit.refusal)
            }
        } catch {
            end()
            return .refused(.crashed(reason: "\(error)"))
        }
    }

    final func handle(_ push: EventPush) -> Reply {
        // No view has components: an event for one that is gone is no matter (WIRE.md 3).
        push.component == nil ? answer(.event(push)) : .handled(nil)
    }

    /// The person went to another address of the same view.
    final func patch(_ match: Routes.Match) -> Reply { answer(.patch(match.params)) }

    /// Ends what the session started; further calls do nothing.
    final func end() {
        guard !isEnded else { return }
        isEnded = true
        finish(isMounted: isMounted)
        tree = nil
    }

    final func inspect() -> Inspection {
        var shown: [(String, JSONValue)] = []
        for (key, value) in state.flash { shown.append((key, Self.json { try value.json() })) }
        return Inspection(
            view: viewName, context: Self.json(encodeContext), flash: .init(uniqueKeysWithValues: shown),
            failures: failures)
    }

    private static func json(_ encode: () throws -> JSONValue) -> JSONValue {
        do { return try encode() } catch { return .string("cannot be shown: \(error)") }
    }
}

// MARK: - Transactions

extension LiveSession {
    /// What came of work that did not fail.
    private enum Outcome {
        case changed(Diff, patches: [LivePatch])
        case left(SessionExit)
    }

    /// Does work and answers the client.
    private final func answer(_ work: SessionWork) -> Reply {
        guard !isEnded else { return .handled(nil) }
        do {
            switch try transact(work) {
            case .changed(let diff, let patches):
                for patch in patches { place.deliver(.livePatch(patch)) }
                return .handled(diff.isEmpty ? nil : diff)
            case .left(let exit):
                if !exit.events.isEmpty { place.deliver(.diff(Diff(events: exit.events))) }
                return exit.reply
            }
        } catch {
            note(error)
            return .failed(["reason": .string("\(error)")])
        }
    }

    /// Does work that no client asked for, and tells the client what changed, if anything.
    final func receive(_ work: SessionWork) {
        guard !isEnded else { return }
        do {
            switch try transact(work) {
            case .changed(let diff, let patches):
                for patch in patches { place.deliver(.livePatch(patch)) }
                if !diff.isEmpty { place.deliver(.diff(diff)) }
            case .left(let exit):
                if !exit.events.isEmpty { place.deliver(.diff(Diff(events: exit.events))) }
                place.deliver(exit.message)
                place.deliver(.close)
            }
        } catch {
            note(error)
        }
    }

    /// Does work on a copy of the state; keeps it, and does what it asks for, only when all succeeds.
    private final func transact(_ work: SessionWork) throws -> Outcome {
        begin()
        var draft = state
        draft.now = place.engine.clock.date
        try perform(work, &draft)
        let patches = draft.navigation.isEmpty ? [] : try followPatches(&draft)
        let events =
            draft.events.isEmpty ? [] : try HandlerFailure.naming("pushEvent") { try draft.pushedEvents() }
        if let request = draft.navigation.first {
            // A view that leaves while it mounts takes all its messages along, not the new ones only.
            let flash = tree == nil ? draft.flash : draft.changedFlash
            let exit = try SessionExit(request, flash: place.engine.tokens.token(for: flash), events: events)
            commit(draft)
            end()
            return .left(exit)
        }
        let reply = try draft.reply.map { reply in
            try HandlerFailure.naming("reply") { try JSONValue(encoding: reply) }
        }
        let rendered = try HandlerFailure.naming("render") { try render(Meta(flash: draft.flash, url: draft.url)) }
        let root = difference(to: rendered)
        let title = draft.title == sentTitle ? nil : draft.title
        sentTitle = draft.title
        commit(draft)
        return .changed(Diff(root: root, events: events, title: title, reply: reply), patches: patches)
    }

    /// What the client must be told so that it has the new tree, which takes the place of the old one.
    private final func difference(to rendered: Rendered) -> NodeDiff {
        var writer = DiffWriter(statics: place.engine.statics)
        defer { tree = rendered }
        guard let tree else { return writer.whole(rendered) }
        return writer.changes(from: tree, to: rendered) ?? NodeDiff()
    }

    private final func commit(_ draft: SocketState) {
        state = draft
        state.settle()
        isMounted = true
        keep()
    }

    private final func note(_ error: any Error) {
        if failures.count == Self.failureLimit { failures.removeFirst() }
        failures.append("\(error)")
    }

    /// Runs `handleParams` for the patches that handlers ask for, until none does.
    private final func followPatches(_ draft: inout SocketState) throws -> [LivePatch] {
        var patches: [LivePatch] = []
        while let request = draft.navigation.first {
            guard draft.navigation.count == 1 else { throw NavigationError.several(draft.navigation) }
            guard case .patch(let url, let kind) = request else { break }
            guard patches.count < Self.patchLimit else { throw NavigationError.tooManyPatches(limit: Self.patchLimit) }
            guard let match = place.engine.routes.match(Address(url)), match.route.viewType == place.viewType else {
                throw NavigationError.patchElsewhere(url)
            }
            draft.navigation = []
            draft.flash = draft.changedFlash
            draft.url = match.params.url
            patches.append(LivePatch(to: match.params.url, kind: kind))
            try perform(.params(match.params), &draft)
        }
        return patches
    }
}
