import LiveProtocol

/// What a session does that depends on the type of its view.
final class Session<View: LiveView>: LiveSession {
    typealias Socket = LiveSocket<View>

    private let view: View
    private let eventCache: EventCache<View.Event>
    private var context = View.Context()
    /// The context that a transaction works on.
    private var draft = View.Context()
    private var timerRequests: [TimerRequest] = []
    /// The info that is being handled.
    private var info: View.Info?
    private var timers: [TimerID: VirtualClock.TimerID] = [:]

    init(view: View, place: SessionPlace) {
        self.view = view
        eventCache = place.engine.eventCache(of: View.self)
        super.init(place: place)
    }

    override var viewName: String { "\(View.self)" }

    override func begin() {
        draft = context
        if !timerRequests.isEmpty { timerRequests = [] }
    }

    override func perform(_ work: SessionWork, _ state: inout SocketState) throws {
        var socket = Socket(context: draft, state: state, eventCache: eventCache)
        switch work {
        case .event(let push): try handle(push, &socket)
        case .info:
            guard let info else { return }
            try HandlerFailure.naming("handleInfo") { try view.handleInfo(info, &socket) }
        case .mount(let params):
            try HandlerFailure.naming("mount") { try view.mount(params, &socket) }
            if socket.state.navigation.isEmpty { try handleParams(params, &socket) }
        case .params(let params): try handleParams(params, &socket)
        case .patch(let params):
            socket.clearFlash()
            socket.state.url = params.url
            try handleParams(params, &socket)
        }
        state = socket.state
        draft = socket.context
        if !socket.timers.isEmpty { timerRequests += socket.timers }
    }

    override func perform(sent info: any Sendable, _ state: inout SocketState) throws {
        guard let info = info as? View.Info else {
            throw ComponentError.notAnInfo(message: "\(type(of: info))", info: "\(View.Info.self)", view: viewName)
        }
        self.info = info
        defer { self.info = nil }
        try perform(.info, &state)
    }

    override func render(_ meta: Meta) throws -> Rendered { try view.render(draft, meta) }

    override func keep() {
        context = draft
        for request in timerRequests { run(request) }
    }

    override func finish(isMounted: Bool) {
        for timer in timers.values { place.engine.clock.cancel(timer) }
        timers = [:]
        guard isMounted else { return }
        var socket = Socket(context: context, state: state, eventCache: eventCache)
        view.unmount(&socket)
    }

    override func encodeContext() throws -> JSONValue { try JSONValue(encoding: context) }

    private func handle(_ push: EventPush, _ socket: inout Socket) throws {
        do {
            let payload = Payload(push)
            if push.event.hasPrefix(BuiltInEvent.prefix) {
                try BuiltInEvent.run(push.event, payload, &socket.state)
            } else {
                try view.handleEvent(push.event, payload, &socket)
            }
        } catch {
            throw HandlerFailure(place: "event \"\(push.event)\"", reason: "\(error)")
        }
    }

    private func handleParams(_ params: Params, _ socket: inout Socket) throws {
        try HandlerFailure.naming("handleParams") { try view.handleParams(params, &socket) }
    }
}

// MARK: - Timers

extension Session {
    private func run(_ request: TimerRequest) {
        switch request {
        case .start(let id, let info, let delay, let isRepeating):
            if let info = info as? View.Info { start(id, info, after: delay, isRepeating: isRepeating) }
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
            self.info = info
            receive(.info)
            self.info = nil
        }
    }
}
