import LiveProtocol
import Markup
import Templates

/// What a session does that depends on the type of its view.
final class Session<View: LiveView>: LiveSession {
    typealias Socket = LiveSocket<View>

    private let view: View
    private var context = View.Context()
    /// What a transaction works on. Its state is that of the transaction while a handler runs, and else a blank one.
    private var socket: Socket

    init(view: View, place: SessionPlace) {
        self.view = view
        socket = Socket(
            id: place.id, context: View.Context(), state: SocketState(url: "", now: .zero),
            eventCache: place.services.eventCache(of: View.self))
        super.init(place: place)
    }

    override var viewName: String { "\(View.self)" }

    override var templates: TemplateLibrary? { (View.self as? any TemplateView.Type)?.templates }

    override func begin() { socket.context = context }

    override func perform(_ work: SessionWork, _ state: inout SocketState) throws {
        // Handed over and back, since a copy would cost more than most handlers.
        swap(&socket.state, &state)
        defer { swap(&socket.state, &state) }
        switch work {
        case .event(let push): try handle(push, &socket)
        case .info(let info, _): try handle(info, &socket)
        case .preflight, .componentInfo: return
        case .progress(let progress, _):
            guard let (upload, entry) = socket.state.uploads.entry(of: progress) else { break }
            try HandlerFailure.naming("handleProgress") {
                try traced(.progress, name: upload.name) { try view.handleProgress(upload.name, entry, &socket) }
            }
        case .mount(let params):
            place.coverage?.opened(View.self, at: place.role == .main ? params.url : nil)
            try HandlerFailure.naming("mount") {
                try traced(.mount, .params(params)) { try view.mount(params, &socket) }
            }
            // A nested view has no address whose values it could be told of.
            if socket.state.navigation.isEmpty, place.role == .main { try handleParams(params, &socket) }
        case .params(let params):
            place.coverage?.opened(View.self, at: params.url)
            try handleParams(params, &socket)
        case .patch(let params):
            place.coverage?.opened(View.self, at: params.url)
            socket.clearFlash()
            socket.state.url = params.url
            try handleParams(params, &socket)
        case .rootPatch(let patch):
            socket.state.changedFlash = patch.flash
            socket.state.navigation = [.patch(to: patch.url, patch.kind)]
        case .render: break
        case .restore(let kept):
            guard let context = kept.context as? View.Context else { break }
            socket.context = context
            kept.restore(&socket.state)
        }
    }

    override func perform(sent info: any Sendable, to type: Any.Type, _ state: inout SocketState) throws {
        guard type == View.self else { throw ComponentError.otherParent("\(type)", view: viewName) }
        try perform(.info(info, from: .message), &state)
    }

    override func render(_ meta: Meta) throws -> Rendered {
        try traced(.render) { try view.render(socket.context, meta) }
    }

    override func keep() { context = socket.context }

    override func finish() {
        var socket = Socket(id: place.id, context: context, state: state, eventCache: self.socket.eventCache)
        traced(.unmount) { view.unmount(&socket) }
    }

    override var shownContext: any LiveContext { context }

    override func info(from message: JSONValue) throws -> any Sendable { try View.info(from: message) }

    private func handle(_ push: EventPush, _ socket: inout Socket) throws {
        do {
            let payload = Payload(push)
            if push.event.hasPrefix(BuiltInEvent.prefix) {
                try BuiltInEvent.run(push.event, payload, &socket.state)
            } else {
                try traced(.event, name: push.event, .payload(payload)) {
                    try view.handleEvent(push.event, payload, &socket)
                }
                place.coverage?.handled(push.event, by: View.self)
            }
        } catch {
            place.coverage?.failed(push.event, by: View.self, error)
            throw HandlerFailure(place: "event \"\(push.event)\"", error)
        }
    }

    private func handle(_ info: any Sendable, _ socket: inout Socket) throws {
        if let change = info as? ContextChange<View.Context> {
            change.apply(&socket.context)
        } else if let info = info as? View.Info {
            place.coverage?.handles(info, by: View.self)
            try HandlerFailure.naming("handleInfo") {
                try traced(.info, name: HandlerCoverage.name(ofInfo: info), .info(info)) {
                    try view.handleInfo(info, &socket)
                }
            }
        }
    }

    private func handleParams(_ params: Params, _ socket: inout Socket) throws {
        try HandlerFailure.naming("handleParams") {
            try traced(.params, .params(params)) { try view.handleParams(params, &socket) }
        }
    }

    /// Calls a function of the view, and tells whoever wants to know.
    private func traced<Value>(
        _ kind: CallbackTrace.Kind, name: @autoclosure () -> String? = nil,
        _ arguments: @autoclosure () -> CallbackArguments = .none, _ call: () throws -> Value
    ) rethrows -> Value {
        guard let tracer = place.tracer else { return try call() }
        return try tracer.trace(kind, of: viewName, name: name(), arguments(), call)
    }
}

extension LiveSession {
    /// Makes the session of a view.
    static func make(_ view: some LiveView, at place: SessionPlace) -> LiveSession { Session(view: view, place: place) }
}
