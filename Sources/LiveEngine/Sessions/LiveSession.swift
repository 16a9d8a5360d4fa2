import LiveProtocol
import OrderedCollections

/// One live view of one page: it runs handlers as transactions and says what changed.
///
/// What depends on the type of the view is in `Session`; all that does not is here, where it is compiled once.
class LiveSession {
    let place: SessionPlace
    final private(set) var state: SocketState
    final private var tree: Rendered?
    /// None before the first component is placed.
    final private var components: ComponentTable?
    /// None before the first view is placed in the page.
    final private var nested: NestedViews?
    final private var sentTitle: String?
    final private var failures: [String] = []
    final private(set) var activities: SessionActivities?
    final private var isMounted = false
    /// Whether it has left for another page, or has been ended.
    final private(set) var isEnded = false
    /// Whether it was ended by a handler that could not go on.
    final private(set) var isCrashed = false

    init(place: SessionPlace) {
        self.place = place
        state = SocketState(place: place, url: "/", now: place.engine.clock.date)
    }

    // MARK: What the view's type decides

    var viewName: String { "" }

    /// Where the view's template files lie, if it has any.
    var templates: TemplateLibrary? { nil }

    /// Begins a transaction: further work is done on a copy of the context.
    func begin() {}

    /// Does work on the copy.
    func perform(_ work: SessionWork, _ state: inout SocketState) throws {}

    /// Handles an info that a component sent.
    func perform(sent info: any Sendable, _ state: inout SocketState) throws {}

    /// Renders the copy.
    func render(_ meta: Meta) throws -> Rendered { .empty }

    /// Makes the copy the context.
    func keep() {}

    /// Lets the view know that the session ends.
    func finish() {}

    func encodeContext() throws -> JSONValue { .null }

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
            return .refused(.crashed(reason: "\(error)"))
        }
    }

    final func handle(_ push: EventPush) -> Reply {
        // An event for a component that is gone is no matter (WIRE.md 3).
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
        if let activities { for cid in ended { activities.end(.component(cid), in: place.engine) } }
        for cid in ended { state.uploads.end(of: .component(cid)) }
        return ended
    }

    /// The person went to another address of the same view.
    final func patch(_ match: Routes.Match) -> Reply { answer(.patch(match.params)) }

    /// Ends what the session started; further calls do nothing.
    final func end() {
        guard !isEnded else { return }
        isEnded = true
        place.end(self)
        activities?.end(in: place.engine)
        activities = nil
        if isMounted {
            finish()
            record(.ended)
        }
        tree = nil
        components = nil
        nested = nil
    }

    /// The view that a client names by a topic and the token it was given; nil when the page has none of it.
    final func nestedView(of topic: String, token: String) -> (view: NestedView, placing: Int)? {
        nested?.view(String(topic.dropFirst(PageTokens.topicPrefix.count)), token: token)
    }

    /// The client has left a view that was placed in this one.
    final func forget(nested id: String, placing: Int) { nested?.left(id, placing: placing) }

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
        /// A sticky view stays when it sends the page around it elsewhere.
        case left(SessionExit, isEnd: Bool)
    }

    /// Does work and answers the client.
    final func answer(_ work: SessionWork) -> Reply {
        guard !isEnded else { return .handled(nil) }
        do {
            switch try transact(work) {
            case .changed(let diff, let patches):
                for patch in patches { place.deliver(.livePatch(patch)) }
                return .handled(diff.isEmpty ? nil : diff)
            case .left(let exit, _):
                if !exit.events.isEmpty { place.deliver(.diff(Diff(events: exit.events))) }
                return exit.reply
            }
        } catch {
            failed(error)
            return .failed(["reason": .string("\(error)")])
        }
    }

    /// Whether a task runs whose end is to come.
    final var isWorking: Bool { activities?.isWorking ?? false }

    /// Opens a letter that came for this session.
    final func open(_ letter: Letter) {
        switch letter.content {
        case .info(let info): receive(info, for: letter.part)
        case .report(let report):
            guard let activities, activities.takes(report, for: letter.part, in: place.engine) else { return }
            switch report.content {
            case .element(let info): receive(info, for: letter.part)
            case .end(let info): if let info { receive(info, for: letter.part) }
            case .failure(let reason): self.report(HandlerFailure(place: "task \"\(report.name)\"", reason: reason))
            }
        case .patch(let patch): receive(.rootPatch(patch))
        }
    }

    /// Renders the view anew, with what became of its template files, and notes what is wrong with those that changed.
    final func render(changed names: Set<String>) {
        receive(.render)
        guard let templates else { return }
        for name in names.sorted() {
            if let problem = templates.problem(of: name) { report(problem) }
        }
    }

    /// Handles what a timer, a topic or a task says to a part of the page.
    final func receive(_ info: any Sendable, for part: PagePart) {
        switch part {
        case .view: receive(.info(info))
        case .component(let cid): if components?.hasComponent(cid) == true { receive(.componentInfo(cid, info)) }
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
            case .left(let exit, _):
                if !exit.events.isEmpty { place.deliver(.diff(Diff(events: exit.events))) }
                place.deliver(exit.message)
                if isEnded { place.deliver(.close) }
            }
        } catch {
            failed(error)
            if isCrashed { place.deliver(.error) }
        }
    }

    /// Keeps in mind what went wrong, and ends when there is no going on.
    private final func failed(_ error: any Error) {
        note(error)
        guard let failure = error as? HandlerFailure, failure.isCrash else { return }
        isCrashed = true
        end()
    }

    /// Does work on a copy of the state; keeps it, and does what it asks for, only when all succeeds.
    private final func transact(_ work: SessionWork) throws -> Outcome {
        var watch = TransactionWatch(place)
        defer { watch?.stop() }
        do {
            let outcome = try run(work, &watch)
            switch outcome {
            case .changed(let diff, _):
                record(work.happening, watch) { record, instruments in
                    record.isChange = !diff.isEmpty
                    if record.isChange, instruments.wantsDiffBytes { record.diffBytes = diff.jsonSize }
                }
            case .left(let exit, let isEnd):
                record(work.happening, watch) { record, _ in record.destination = exit.address }
                if isEnd { end() }
            }
            return outcome
        } catch {
            components?.discard()
            nested?.discard()
            record(work.happening, watch) { record, _ in record.failure = "\(error)" }
            throw error
        }
    }

    private final func run(_ work: SessionWork, _ watch: inout TransactionWatch?) throws -> Outcome {
        begin()
        var draft = state
        draft.now = place.engine.clock.date
        if let root = place.root { draft.url = root.state.url }
        var isViewConcerned = true
        if let cid = try draft.takeUploads(of: work).component {
            isViewConcerned = false
            try components?.handle(work, for: cid, &draft)
        } else {
            if case .mount(let params) = work { try runHooks(params, &draft) }
            // A hook that sends the page elsewhere spares the view.
            if draft.navigation.isEmpty { try perform(work, &draft) }
        }
        if !draft.messages.isEmpty, try handOnMessages(&draft) { isViewConcerned = true }
        let patches = draft.navigation.isEmpty ? [] : try followPatches(&draft)
        if !patches.isEmpty { isViewConcerned = true }
        try watch?.finish(.handling, work.name)
        let request = draft.navigation.first
        let exit = try request.map { try self.exit(by: $0, draft) }
        if let exit, !(place.role == .sticky && exit.isLive && tree != nil) {
            commit(draft)
            return .left(exit, isEnd: true)
        }
        let reply = try draft.reply.map { reply in
            try HandlerFailure.naming("reply") { try JSONValue(encoding: reply) }
        }
        var writer = DiffWriter(statics: place.engine.statics, place: place, components: components, nested: nested)
        let rendered = isViewConcerned ? try rendered(draft) : nil
        try watch?.finish(.rendering, "render")
        var diff = try difference(to: rendered, &draft, &writer)
        // Those of a view that sends the page elsewhere are told right before it goes.
        diff.events = exit == nil ? try pushedEvents(draft) : []
        // The title is the page's, and so the business of the view at its address.
        diff.title = draft.title == sentTitle || place.role != .main ? nil : draft.title
        diff.reply = reply
        try watch?.finish(.diffing, "render")
        sentTitle = draft.title
        if let rendered { tree = rendered }
        for note in writer.sent { note() }
        commit(draft)
        if let exit {
            if !diff.isEmpty { place.deliver(.diff(diff)) }
            return .left(exit, isEnd: false)
        }
        return .changed(diff, patches: patches)
    }

    private final func exit(by request: NavigationRequest, _ draft: SocketState) throws -> SessionExit {
        // A view that leaves while it mounts takes all its messages along, not the new ones only.
        let flash = tree == nil ? draft.flash : draft.changedFlash
        return try SessionExit(
            request, flash: place.engine.tokens.token(for: flash), events: try pushedEvents(draft))
    }

    /// Runs the hooks of the group, until one sends the page elsewhere.
    private final func runHooks(_ params: Params, _ draft: inout SocketState) throws {
        for hook in place.group.hooks where draft.navigation.isEmpty {
            var socket = HookSocket(state: draft)
            try HandlerFailure.naming("\(type(of: hook))") { try hook.onMount(params, &socket) }
            draft = socket.state
        }
    }

    private final func rendered(_ draft: SocketState) throws -> Rendered {
        try HandlerFailure.naming("render") { try render(draft.meta) }
    }

    /// What the client must be told so that it has the new trees, of the view if it was rendered and of its components.
    private final func difference(
        to rendered: Rendered?, _ draft: inout SocketState, _ writer: inout DiffWriter
    ) throws -> Diff {
        var diff = Diff()
        if let rendered {
            diff.root = tree.map { writer.changes(from: $0, to: rendered) ?? NodeDiff() } ?? writer.whole(rendered)
        }
        if let table = writer.components {
            components = table
            diff.components = try table.render(&writer, &draft)
        }
        if let table = writer.nested {
            nested = table
            try table.check()
        }
        return diff
    }

    private final func pushedEvents(_ draft: SocketState) throws -> [PushedEvent] {
        draft.events.isEmpty ? [] : try HandlerFailure.naming("pushEvent") { try draft.pushedEvents() }
    }

    /// Hands on what handlers sent one another, until none sends more.
    ///
    /// - Returns: Whether the view got anything.
    private final func handOnMessages(_ draft: inout SocketState) throws -> Bool {
        var count = 0
        var isViewConcerned = false
        while !draft.messages.isEmpty {
            let messages = draft.messages
            draft.messages = []
            for message in messages {
                count += 1
                let limit = place.engine.limits.messages
                guard count <= limit else { throw ComponentError.tooManyMessages(limit: limit) }
                switch message {
                case .view(let info):
                    isViewConcerned = true
                    try perform(sent: info, &draft)
                case .component(let key, let message): try components?.receive(message, for: key, &draft)
                }
            }
        }
        return isViewConcerned
    }

    private final func commit(_ draft: consuming SocketState) {
        let requests = draft.requests
        draft.settle()
        state = draft
        isMounted = true
        components?.keep()
        nested?.keep()
        keep()
        if !requests.isEmpty { run(requests) }
    }

    private final func run(_ requests: [SessionRequest]) {
        let activities = activities ?? SessionActivities()
        self.activities = activities
        for request in requests { activities.run(request, for: self) }
    }

    final func note(_ error: any Error) {
        if failures.count >= place.engine.limits.failures, !failures.isEmpty { failures.removeFirst() }
        failures.append("\(error)")
    }

    /// Runs `handleParams` for the patches that handlers ask for, until none does.
    private final func followPatches(_ draft: inout SocketState) throws -> [LivePatch] {
        var patches: [LivePatch] = []
        while let request = draft.navigation.first {
            guard draft.navigation.count == 1 else { throw NavigationError.several(draft.navigation) }
            guard case .patch(let url, let kind) = request else { break }
            let limit = place.engine.limits.patches
            guard patches.count < limit else { throw NavigationError.tooManyPatches(limit: limit) }
            let root = try root(patching: url)
            guard let match = place.engine.routes.match(Address(url)), match.route.hasSameView(as: root.place)
            else { throw NavigationError.patchElsewhere(url) }
            draft.navigation = []
            guard root === self else {
                draft.requests.append(.patchRoot(RootPatch(url: url, kind: kind, flash: draft.changedFlash)))
                break
            }
            draft.flash = draft.changedFlash
            draft.url = match.params.url
            patches.append(LivePatch(to: match.params.url, kind: kind))
            try perform(.params(match.params), &draft)
            if !draft.messages.isEmpty { _ = try handOnMessages(&draft) }
        }
        return patches
    }

    /// The session that makes a patch: that of the view at the page's address.
    private final func root(patching url: String) throws -> LiveSession {
        if place.role == .main { return self }
        guard let root = place.root, root.place.role == .main else { throw NavigationError.patchFromSticky(url) }
        return root
    }
}
