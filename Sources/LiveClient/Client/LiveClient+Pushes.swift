import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Pushes an event to whom the command, the element or its place say (TheClientsRules.md, "Targets").
    ///
    /// - Returns: How many messages that makes.
    @discardableResult
    func pushCommand(_ command: JSPush, in context: inout CommandContext) -> Int {
        var count = 0
        let found = targets.targets(of: command, in: context)
        for target in found where outbox.isConnected(target.view) {
            count += 1
            switch context.form?.kind {
            case .change?: pushChange(command, context, to: target)
            case .submit?: pushSubmit(command, context, to: target)
            case nil: pushPlain(command, &context, to: target)
            }
        }
        return count
    }

    private func pushPlain(_ command: JSPush, _ context: inout CommandContext, to target: PushTarget) {
        let view = target.view
        let mark = view.locks.nextMark()
        view.locks.mark(context.source, as: mark, type: context.type ?? "null")
        startLoading(command, context, of: view, as: mark)
        var value = document.eventValues(of: context.source, startingWith: context.metadata)
        if let values = command.value { value.merge(values) { _, last in last } }
        // What an event tells is one object for all pushes of its binding: a later push carries the earlier ones' values.
        if context.allowsPlainEvent { context.metadata = value }
        let whenAnswered = context.whenAnswered
        let event = EventPush(
            type: context.type, event: command.event, value: .json(.object(value)), component: target.component)
        outbox.push(
            .event(event), to: view, mark: mark,
            finish: whenLoaded(command, context.source),
            deliver: { _ in whenAnswered?() })
    }

    /// Shows what else a push says that it makes load.
    private func startLoading(_ command: JSPush, _ context: CommandContext, of view: ViewChannel, as mark: Int) {
        if let selector = command.loading {
            for node in page.search.all(selector) { view.locks.mark(node, as: mark, type: context.type ?? "null") }
        }
        if command.pageLoading {
            clientLog.record(.pageLoading(PageLoadingEvent(.element(context.source), isStart: true)))
        }
    }

    /// What tells that a push makes the page load no more.
    private func whenLoaded(_ command: JSPush, _ source: NodeID) -> (PendingPush.Outcome) -> Void {
        guard command.pageLoading else { return { _ in } }
        return { [clientLog] _ in clientLog.record(.pageLoading(PageLoadingEvent(.element(source), isStart: false))) }
    }

    // MARK: Changes

    /// Pushes the change of a control with its form's fields (TheClientsRules.md, "A change").
    private func pushChange(_ command: JSPush, _ context: CommandContext, to target: PushTarget) {
        guard let event = context.form, let input = event.input else { return }
        let view = target.view
        let mark = view.locks.nextMark()
        view.locks.mark(input, as: mark, type: "change")
        view.locks.mark(event.form, as: mark, type: "change")
        startLoading(command, context, of: view, as: mark)
        let name = document.attribute("name", of: input) ?? ""
        let text = FormSerialization(document: document, nodes: page.nodes).text(
            of: event.form, submitter: event.submitter, only: event.isOfInput ? name : nil,
            marksUnused: view.dialect.marksUnusedFields)
        var meta: EventValues = ["_target": .string(name.isEmpty ? "undefined" : name)]
        meta.merge(formValues(event.form, command)) { _, last in last }
        let pushed = EventPush(
            type: "form", event: command.event, value: .form(text), meta: meta,
            uploads: page.uploads.announceFiles(of: input), component: target.component)
        outbox.push(
            .event(pushed), to: view, mark: mark,
            finish: whenLoaded(command, context.source),
            deliver: { [weak self] _ in
                guard let self else { return }
                showFeedback(in: view)
                guard document.isAlive(input), document.hasAttribute(ViewAttribute.autoUpload, of: input) else {
                    return
                }
                // Which files the view has let go of is known when its answer is on the page.
                view.locks.whenUnlocked(input) { self.sendAtOnce(event.form, to: target) }
            })
    }

    /// Sends the files of a form that sends them by itself, and then the form, if that waits for them.
    private func sendAtOnce(_ form: NodeID, to target: PushTarget) {
        let uploads = page.uploads
        guard document.isAlive(form), uploads.hasFilesAwaitingPreflight(form) else { return }
        uploads.sendFiles(of: form, to: target) { [weak uploads] _ in uploads?.triggerAwaitingSubmit(of: form) }
    }

    // MARK: Submits

    /// Pushes a submitted form (TheClientsRules.md, "A submit").
    private func pushSubmit(_ command: JSPush, _ context: CommandContext, to target: PushTarget) {
        guard let event = context.form else { return }
        let (view, form, uploads) = (target.view, event.form, page.uploads)
        for control in document.controls(of: form) { page.nodes[control].isUsed = true }
        // What the view has found fault with keeps the form from being sent (TheClientsRules.md, "Uploads").
        guard !uploads.hasErrors(form) else { return }
        let focused = document.activeElement
        page.submits.focusBefore = focused
        if focused != nil { blur() }
        guard document.isAlive(form) else { return }
        // What is sent was right; what the view makes of the fields is not the person's doing.
        for control in document.controls(of: form) { document.setUsed(control, false) }
        guard outbox.isConnected(view) else { return }
        page.submits.note(form, submitter: event.submitter)
        if document.isPending(form), ClassList.contains(StateClass.submitLoading, in: document, of: form) { return }
        let mark = view.locks.nextMark()
        view.locks.lock(form: form, submitter: event.submitter, as: mark)
        startLoading(command, context, of: view, as: mark)
        let stopLoading = whenLoaded(command, context.source)
        let undo = { [weak self] in
            self?.outbox.endMarks(of: view, upTo: mark)
            stopLoading(.failed(nil))
        }
        if uploads.isSending(form) {
            uploads.awaitFiles(
                of: form, submit: { [weak self] in self?.pushSubmit(command, context, to: target) }, undo: undo)
        } else if uploads.hasFilesAwaitingPreflight(form) {
            uploads.sendFiles(of: form, to: target) { [weak self] isComplete in
                guard let self, isComplete, document.isAlive(form), !uploads.hasFilesAwaitingPreflight(form) else {
                    return undo()
                }
                sendSubmit(command, event, context.source, to: target, as: mark)
            }
        } else {
            sendSubmit(command, event, context.source, to: target, as: mark)
        }
    }

    /// Pushes a form whose files, if it has any, are with its view.
    private func sendSubmit(
        _ command: JSPush, _ event: FormEvent, _ source: NodeID, to target: PushTarget, as mark: Int
    ) {
        let text = FormSerialization(document: document, nodes: page.nodes)
            .text(of: event.form, submitter: event.submitter, marksUnused: false)
        let pushed = EventPush(
            type: "form", event: command.event, value: .form(text), meta: formValues(event.form, command),
            component: target.component)
        outbox.push(
            .event(pushed), to: target.view, mark: mark,
            finish: whenLoaded(command, source),
            deliver: { [weak self] outcome in
                guard let self else { return }
                showFeedback(in: target.view)
                if outcome.isAnswer, let focused = page.submits.focusBefore { focusIfPossible(focused) }
            })
    }

    /// What a form says besides its fields: `phx-value-*`, then the values of the command.
    private func formValues(_ form: NodeID, _ command: JSPush) -> EventValues {
        var result = document.boundValues(of: form)
        if let values = command.value { result.merge(values) { _, last in last } }
        return result
    }

    /// Shows what is about fields that have been used by now, where the server's dialect hides it until then.
    private func showFeedback(in view: ViewChannel) {
        guard view.dialect.hidesFeedback, document.isAlive(view.container) else { return }
        page.feedback.show(below: view.container)
    }

    // MARK: Hooks

    func pushHookEvent(_ event: HookEvent, to target: HookTarget, reply: ((JSONValue) -> Void)?) {
        guard let element = event.element else { return }
        coverage?.acted(hookOf: element, of: self)
        for target in targets.targets(of: target, from: element) { push(event, to: target, reply) }
    }

    // MARK: Past the page

    /// The component or the nested view that an element lies in; nil where that is the main view itself.
    package func part(at node: NodeID) -> PushTarget? {
        guard let view = views.view(owning: node) else { return nil }
        let component = views.component(at: node, of: view)
        return view.isMain && component == nil ? nil : PushTarget(view: view, component: component)
    }

    /// Pushes an event as a hook does, with no element behind it.
    ///
    /// - Parameter target: Nil for the main view.
    package func pushEvent(_ name: String, payload: JSONValue = [:], to target: PushTarget? = nil) {
        guard let target = target ?? views.main.map({ PushTarget(view: $0) }) else { return }
        push(HookEvent(name: name, payload: payload), to: target, nil)
    }

    /// Hands a message to a session, as a timer or another session would.
    ///
    /// - Parameter target: Nil for the main view.
    /// - Throws: Why it cannot take it.
    package func send(_ message: JSONValue, to target: PushTarget? = nil) throws(ScriptRefusal) {
        guard let target = target ?? views.main.map({ PushTarget(view: $0) }) else { throw .noSession }
        try outbox.send(message, toSession: target.view.topic, component: target.component)
    }

    private func push(_ event: HookEvent, to target: PushTarget, _ reply: ((JSONValue) -> Void)?) {
        let view = target.view
        guard outbox.isConnected(view) else { return }
        let mark = view.locks.nextMark()
        if let element = event.element { view.locks.mark(element, as: mark, type: "hook") }
        let push = EventPush(
            type: "hook", event: event.name, value: .json(event.payload), component: target.component)
        outbox.push(
            .event(push), to: view, mark: mark,
            deliver: { outcome in
                if case .handled(let diff) = outcome { reply?(diff?.reply ?? .null) }
            })
    }
}
