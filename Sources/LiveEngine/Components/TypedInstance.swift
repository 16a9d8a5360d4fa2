import LiveProtocol
import Markup

/// What a component does that depends on its type.
final class TypedInstance<Component: LiveComponent>: ComponentInstance {
    private struct State: KeptComponentState {
        var component: Component
        var slots: Component.Slots
        var context: Component.Context

        var shownContext: any LiveContext { context }
    }

    /// None for a component that is new in this transaction.
    private var state: State?
    private var draft: State?

    /// The inputs that it has taken.
    var inputs: Component? { state?.component }

    override func begin() {
        super.begin()
        draft = state
    }

    override func keep() {
        super.keep()
        if let draft { state = draft }
        draft = nil
    }

    override func discard() {
        super.discard()
        draft = nil
    }

    override var keptState: (any KeptComponentState)? { state }

    override func restore(_ kept: any KeptComponentState) { if let state = kept as? State { draft = state } }

    override func take(_ placement: ComponentPlacement, _ state: inout SocketState) throws {
        guard let placement = placement as? TypedPlacement<Component> else { return }
        guard var draft else {
            state.home?.coverage?.opened(Component.self, at: nil)
            self.draft = State(component: placement.inputs, slots: placement.slots, context: Component.Context())
            try work("mount", .mount, &state) { component, socket in try component.mount(&socket) }
            try work("update", .update, &state) { component, socket in try component.update(&socket) }
            return
        }
        let isChanged = draft.component != placement.inputs
        draft.component = placement.inputs
        draft.slots = placement.slots
        self.draft = draft
        if isChanged { try work("update", .update, &state) { component, socket in try component.update(&socket) } }
    }

    override func handle(_ work: SessionWork, _ state: inout SocketState) throws {
        switch work {
        case .event(let push): try handle(push, &state)
        case .progress(let progress, _): try handle(progress, &state)
        case .componentInfo(_, let info, _): try receive(info, &state)
        case .mount, .params, .patch, .rootPatch, .info, .preflight, .render, .restore: break
        }
    }

    private func handle(_ progress: UploadProgress, _ state: inout SocketState) throws {
        guard let (upload, entry) = state.uploads.entry(of: progress) else { return }
        try work("handleProgress", .progress, name: upload.name, &state) { component, socket in
            try component.handleProgress(upload.name, entry, &socket)
        }
    }

    private func handle(_ push: EventPush, _ state: inout SocketState) throws {
        let payload = Payload(push)
        try work("event \"\(push.event)\"", .event, name: push.event, arguments: .payload(payload), &state) {
            component, socket in
            if push.event.hasPrefix(BuiltInEvent.prefix) {
                try BuiltInEvent.run(push.event, payload, &socket.state)
            } else {
                let coverage = socket.state.home?.coverage
                do {
                    try component.handleEvent(push.event, payload, &socket)
                    coverage?.handled(push.event, by: Component.self)
                } catch {
                    coverage?.failed(push.event, by: Component.self, error)
                    throw error
                }
            }
        }
    }

    override func receive(_ message: any Sendable, _ state: inout SocketState) throws {
        if let change = message as? ContextChange<Component.Context>, var draft {
            change.apply(&draft.context)
            self.draft = draft
        }
        guard let message = message as? Component.Info else { return }
        state.home?.coverage?.handles(message, by: Component.self)
        try work("handleInfo", .info, name: HandlerCoverage.name(ofInfo: message), arguments: .info(message), &state) {
            component, socket in
            try component.handleInfo(message, &socket)
        }
    }

    override func info(from message: JSONValue) throws -> any Sendable { try Component.info(from: message) }

    override func render(_ page: Meta, _ tracer: CallbackTracer?) throws -> Rendered {
        guard let draft else { return .empty }
        let meta = ComponentMeta<Component>(
            id: key.id, myself: ComponentTarget(cid: cid), flash: page.flash, url: page.url, slots: draft.slots,
            uploads: page.uploads)
        return try HandlerFailure.naming("\(key): render") {
            guard let tracer else { return try draft.component.render(draft.context, meta) }
            return try tracer.trace(.render, of: key.typeName, component: cid) {
                try draft.component.render(draft.context, meta)
            }
        }
    }

    /// Runs a handler on the copy of the context, and tells whoever wants to know.
    private func work(
        _ place: @autoclosure () -> String, _ kind: CallbackTrace.Kind, name: @autoclosure () -> String? = nil,
        arguments: @autoclosure () -> CallbackArguments = .none, _ state: inout SocketState,
        _ handler: (Component, inout Component.Socket) throws -> Void
    ) throws {
        guard let draft else { return }
        var socket = Component.Socket(id: key.id, context: draft.context, state: state)
        do {
            if let tracer = state.home?.tracer {
                try tracer.trace(kind, of: key.typeName, component: cid, name: name(), arguments()) {
                    try handler(draft.component, &socket)
                }
            } else {
                try handler(draft.component, &socket)
            }
        } catch {
            throw HandlerFailure(place: "\(key): \(place())", error)
        }
        self.draft?.context = socket.context
        state = socket.state
    }
}
