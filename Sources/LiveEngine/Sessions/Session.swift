import LiveProtocol

/// One live view of one page: it runs handlers as transactions and says what changed.
final class Session<View: LiveView>: LiveSession {
    typealias Socket = LiveSocket<View>

    /// How many times in a row a view may patch its address.
    private static var patchLimit: Int { 20 }
    /// How many failures are kept to be looked at.
    private static var failureLimit: Int { 100 }

    private let view: View
    private let place: SessionPlace
    private var socket: Socket
    private var tree: Rendered?
    private var sentTitle: String?
    private var timers: [TimerID: VirtualClock.TimerID] = [:]
    private var failures: [String] = []
    private var isMounted = false
    private(set) var isEnded = false

    init(view: View, place: SessionPlace) {
        self.view = view
        self.place = place
        socket = Socket(
            url: "/", now: place.engine.clock.date, eventCache: place.engine.eventCache(of: View.self))
    }

    func join(_ params: Params, flash: Flash) -> Reply {
        socket.url = params.url
        socket.flash = flash
        do {
            let outcome = try transact { socket in
                try HandlerFailure.naming("mount") { try view.mount(params, &socket) }
                guard socket.effects.navigation.isEmpty else { return }
                try handleParams(params, &socket)
            }
            switch outcome {
            case .changed(let diff, let patches):
                return .joined(JoinReply(rendered: diff, livePatch: patches.last))
            case .left(let exit): return .refused(exit.refusal)
            }
        } catch {
            end()
            return .refused(.crashed(reason: "\(error)"))
        }
    }

    func handle(_ push: EventPush) -> Reply {
        // No view has components: an event for one that is gone is no matter (WIRE.md 3).
        guard push.component == nil else { return .handled(nil) }
        return answer { socket in
            try HandlerFailure.naming("event \"\(push.event)\"") {
                let payload = Payload(push)
                if push.event.hasPrefix(BuiltInEvent.prefix) {
                    try BuiltInEvent.run(push.event, payload, &socket)
                } else {
                    try view.handleEvent(push.event, payload, &socket)
                }
            }
        }
    }

    func patch(_ match: Routes.Match) -> Reply {
        answer { socket in
            socket.clearFlash()
            socket.url = match.params.url
            try handleParams(match.params, &socket)
        }
    }

    func end() {
        guard !isEnded else { return }
        isEnded = true
        for timer in timers.values { place.engine.clock.cancel(timer) }
        timers = [:]
        if isMounted { view.unmount(&socket) }
        tree = nil
    }

    func inspect() -> Inspection {
        var shown: [(String, JSONValue)] = []
        for (key, value) in socket.flash { shown.append((key, Self.json { try value.json() })) }
        return Inspection(
            view: "\(View.self)",
            context: Self.json { try JSONValue(encoding: socket.context) },
            flash: .init(uniqueKeysWithValues: shown),
            failures: failures)
    }

    private static func json(_ encode: () throws -> JSONValue) -> JSONValue {
        do { return try encode() } catch { return .string("cannot be shown: \(error)") }
    }
}

// MARK: - Transactions

extension Session {
    /// What came of a handler that did not fail.
    private enum Outcome {
        case changed(Diff, patches: [LivePatch])
        case left(SessionExit)
    }

    /// Runs a handler and answers the client.
    private func answer(_ body: (inout Socket) throws -> Void) -> Reply {
        guard !isEnded else { return .handled(nil) }
        do {
            switch try transact(body) {
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

    /// Runs the handler of an info and tells the client what changed, if anything.
    private func receive(_ info: View.Info) {
        guard !isEnded else { return }
        do {
            let outcome = try transact { socket in
                try HandlerFailure.naming("handleInfo") { try view.handleInfo(info, &socket) }
            }
            switch outcome {
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

    /// Runs a handler on a copy of the socket; keeps it, and does what it asks for, only when all succeeds.
    private func transact(_ body: (inout Socket) throws -> Void) throws -> Outcome {
        var draft = socket
        draft.now = place.engine.clock.date
        try body(&draft)
        let patches = try followPatches(&draft)
        let events = try HandlerFailure.naming("pushEvent") { try draft.effects.pushedEvents() }
        if let request = draft.effects.navigation.first {
            // A view that leaves while it mounts takes all its messages along, not the new ones only.
            let flash = tree == nil ? draft.flash : draft.changedFlash
            let exit = try SessionExit(request, flash: place.engine.tokens.token(for: flash), events: events)
            commit(draft)
            end()
            return .left(exit)
        }
        let reply = try HandlerFailure.naming("reply") { try draft.effects.reply.map { try JSONValue(encoding: $0) } }
        let meta = Meta(flash: draft.flash, url: draft.url)
        let rendered = try HandlerFailure.naming("render") { try view.render(draft.context, meta) }
        var writer = DiffWriter(statics: place.engine.statics)
        let root = tree.map { writer.changes(from: $0, to: rendered) ?? NodeDiff() } ?? writer.whole(rendered)
        let title = draft.title == sentTitle ? nil : draft.title
        tree = rendered
        sentTitle = draft.title
        commit(draft)
        return .changed(Diff(root: root, events: events, title: title, reply: reply), patches: patches)
    }

    private func commit(_ draft: Socket) {
        let requests = draft.effects.timers
        socket = draft
        socket.effects = Effects()
        socket.changedFlash.clear()
        isMounted = true
        for request in requests { run(request) }
    }

    private func note(_ error: any Error) {
        if failures.count == Self.failureLimit { failures.removeFirst() }
        failures.append("\(error)")
    }
}

// MARK: - Addresses

extension Session {
    private func handleParams(_ params: Params, _ socket: inout Socket) throws {
        try HandlerFailure.naming("handleParams") { try view.handleParams(params, &socket) }
    }

    /// Runs `handleParams` for the patches that handlers ask for, until none does.
    private func followPatches(_ draft: inout Socket) throws -> [LivePatch] {
        var patches: [LivePatch] = []
        while let request = draft.effects.navigation.first {
            guard draft.effects.navigation.count == 1 else {
                throw NavigationError.several(draft.effects.navigation)
            }
            guard case .patch(let url, let kind) = request else { break }
            guard patches.count < Self.patchLimit else { throw NavigationError.tooManyPatches(limit: Self.patchLimit) }
            guard let match = place.engine.routes.match(Address(url)), match.route.viewType == place.viewType else {
                throw NavigationError.patchElsewhere(url)
            }
            draft.effects.navigation = []
            draft.flash = draft.changedFlash
            draft.url = match.params.url
            patches.append(LivePatch(to: match.params.url, kind: kind))
            try handleParams(match.params, &draft)
        }
        return patches
    }
}

// MARK: - Timers

extension Session {
    private func run(_ request: Effects<View.Info>.TimerRequest) {
        switch request {
        case .start(let id, let info, let delay, let isRepeating):
            start(id, info, after: delay, isRepeating: isRepeating)
        case .cancel(let id):
            if let timer = timers.removeValue(forKey: id) { place.engine.clock.cancel(timer) }
        }
    }

    private func start(_ id: TimerID, _ info: View.Info, after delay: Duration, isRepeating: Bool) {
        timers[id] = place.engine.clock.schedule(after: delay) { [weak self] in
            guard let self else { return }
            if isRepeating {
                start(id, info, after: delay, isRepeating: true)
            } else {
                timers[id] = nil
            }
            receive(info)
        }
    }
}
