import LiveProtocol
import Markup

extension LiveSession {
    /// What came of work that did not fail.
    enum Outcome {
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
        end(.crashed("\(error)"))
    }

    private final func record(
        _ work: SessionWork, _ watch: TransactionWatch?, _ change: (inout SessionRecord, Instruments) -> Void
    ) {
        record(place.isConnected ? work.happening : .rendered(url: state.url), watch) { record, instruments in
            record.source = work.source
            change(&record, instruments)
        }
    }

    /// Does work on a copy of the state; keeps it, and does what it asks for, only when all succeeds.
    final func transact(_ work: SessionWork) throws -> Outcome {
        var watch = TransactionWatch(place)
        defer { watch?.stop() }
        do {
            let outcome = try run(work, &watch)
            switch outcome {
            case .changed(let diff, _):
                record(work, watch) { record, instruments in
                    guard place.isConnected else { return }
                    record.isChange = !diff.isEmpty
                    if record.isChange, instruments.wantsDiffBytes { record.diffBytes = diff.jsonSize }
                }
            case .left(let exit, let isEnd):
                record(work, watch) { record, _ in record.destination = exit.address }
                if isEnd { end(.left(to: exit.address)) }
            }
            return outcome
        } catch {
            parts.discard()
            record(work, watch) { record, _ in
                // A view that says with which status its page answers has not failed.
                if !work.isAnswered(by: error) { record.fail(error) }
            }
            throw error
        }
    }

    private final func run(_ work: SessionWork, _ watch: inout TransactionWatch?) throws -> Outcome {
        begin()
        var draft = state
        draft.now = place.services.clock.date
        if let root = place.root { draft.url = root.state.url }
        var isViewConcerned = true
        if let cid = try draft.takeUploads(of: work).component {
            isViewConcerned = false
            try components?.handle(work, for: cid, &draft)
        } else {
            switch work {
            case .mount(let params): try runHooks(params, &draft)
            case .restore(let kept): parts.restore(kept.components)
            case .params, .patch, .rootPatch, .event, .preflight, .progress, .info, .componentInfo, .render: break
            }
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
        var writer = DiffWriter(statics: place.services.statics, owner: parts)
        writer.keepsRows = !place.isConnected
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
        diff.components = try parts.render(&writer, &draft)
        return diff
    }

    final func pushedEvents(_ draft: SocketState) throws -> [PushedEvent] {
        draft.events.isEmpty ? [] : try HandlerFailure.naming("pushEvent") { try draft.pushedEvents() }
    }

    private final func commit(_ draft: consuming SocketState) {
        let requests = draft.requests
        draft.settle()
        state = draft
        parts.keep()
        keep()
        kept = nil
        guard place.isConnected else { return }
        isMounted = true
        if !requests.isEmpty { run(requests) }
    }

    private final func run(_ requests: [SessionRequest]) {
        let activities = activities ?? SessionActivities()
        self.activities = activities
        for request in requests { activities.run(request, for: self) }
    }
}
