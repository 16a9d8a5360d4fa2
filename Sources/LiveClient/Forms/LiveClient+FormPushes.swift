import HTMLTree
import LiveProtocol
import OrderedCollections

extension LiveClient {
    /// Pushes the change of a control with its form's fields (CLIENT.md 6.2).
    func pushChange(_ command: JSPush, _ event: FormEvent, _ context: CommandContext, to target: Target) {
        guard let input = event.input else { return }
        let view = target.view
        let mark = nextMark(of: view)
        self.mark(input, of: view, as: mark, type: "change", locks: true)
        self.mark(event.form, of: view, as: mark, type: "change", locks: true)
        markLoading(command, context, of: view, as: mark)
        let name = document.attribute("name", of: input) ?? ""
        let text = serialization().text(
            of: event.form, submitter: event.submitter, only: event.isOfInput ? name : nil, marksUnused: true)
        var meta: OrderedDictionary<String, JSONValue> = ["_target": .string(name.isEmpty ? "undefined" : name)]
        meta.merge(formMetadata(event.form, command)) { _, last in last }
        let pushed = EventPush(
            type: "form", event: command.event, value: .form(text), meta: meta,
            uploads: announceFiles(of: input), component: target.component)
        push(
            .event(pushed), to: view, mark: mark,
            finish: { [weak self] _ in self?.stopLoading(command, context.source) },
            deliver: { [weak self] _ in
                guard let self, document.isAlive(input), document.hasAttribute(ViewAttribute.autoUpload, of: input)
                else {
                    return
                }
                // Which files the view has let go of is known when its answer is on the page.
                whenUnlocked(input, of: view) { self.sendAtOnce(event.form, to: target) }
            })
    }

    /// Sends the files of a form that sends them by itself, and then the form, if that waits for them.
    private func sendAtOnce(_ form: NodeID, to target: Target) {
        guard document.isAlive(form), hasFilesAwaitingPreflight(form) else { return }
        sendFiles(of: form, to: target) { [weak self] _ in self?.triggerAwaitingSubmit(of: form) }
    }

    /// Pushes a submitted form (CLIENT.md 6.3).
    func pushSubmit(_ command: JSPush, _ event: FormEvent, _ context: CommandContext, to target: Target) {
        let view = target.view
        let form = event.form
        for control in document.controls(of: form) { page.nodes[control].isUsed = true }
        // What the view has found fault with keeps the form from being sent (CLIENT.md 18).
        guard !hasUploadErrors(form) else { return }
        page.focusBeforeSubmit = document.activeElement
        if page.focusBeforeSubmit != nil { blur() }
        guard document.isAlive(form), isConnected(view) else { return }
        page.lastSubmitters[form] = event.submitter
        if isPending(form), ClassList.contains(StateClass.submitLoading, in: document, of: form) { return }
        let mark = nextMark(of: view)
        disable(form: event.form, submitter: event.submitter, of: view, as: mark)
        markLoading(command, context, of: view, as: mark)
        let undo = { [weak self] in
            self?.undoMarks(of: view, upTo: mark)
            self?.stopLoading(command, context.source)
        }
        if hasUploadsInProgress(form) {
            cancelAwaitingSubmit(of: form)
            let again = { [weak self] in self?.pushSubmit(command, event, context, to: target) ?? () }
            page.awaitingSubmits.append(AwaitingSubmit(form: form, submit: again, undo: undo))
        } else if hasFilesAwaitingPreflight(form) {
            sendFiles(of: form, to: target) { [weak self] isComplete in
                guard let self, isComplete, document.isAlive(form), !hasFilesAwaitingPreflight(form) else {
                    return undo()
                }
                sendSubmit(command, event, context, to: target, as: mark)
            }
        } else {
            sendSubmit(command, event, context, to: target, as: mark)
        }
    }

    /// Pushes a form whose files, if it has any, are with its view.
    private func sendSubmit(
        _ command: JSPush, _ event: FormEvent, _ context: CommandContext, to target: Target, as mark: Int
    ) {
        let text = serialization().text(of: event.form, submitter: event.submitter, marksUnused: false)
        let pushed = EventPush(
            type: "form", event: command.event, value: .form(text), meta: formMetadata(event.form, command),
            component: target.component)
        push(
            .event(pushed), to: target.view, mark: mark,
            finish: { [weak self] _ in self?.stopLoading(command, context.source) },
            deliver: { [weak self] outcome in
                guard let self, outcome.isAnswer, let focused = page.focusBeforeSubmit else { return }
                focusIfPossible(focused)
            })
    }

    /// What a form says besides its fields: `phx-value-*`, then the values of the command.
    private func formMetadata(_ form: NodeID, _ command: JSPush) -> OrderedDictionary<String, JSONValue> {
        var result: OrderedDictionary<String, JSONValue> = [:]
        for attribute in document.attributes(of: form) where attribute.name.hasPrefix(BindingName.valuePrefix) {
            result[String(attribute.name.dropFirst(BindingName.valuePrefix.count))] = .string(attribute.value)
        }
        result.merge(command.value ?? [:]) { _, last in last }
        return result
    }

    /// Marks and disables what a submit makes wait (`disableForm` in phoenix_live_view's view.ts).
    private func disable(form: NodeID, submitter: NodeID?, of view: ViewChannel, as mark: Int) {
        let controls = document.controls(of: form)
        let disabled = controls.filter {
            ["button", "input", "textarea"].contains(document.name(of: $0)) && !isInIgnoredPart($0, of: form)
        }
        for control in disabled { disable(control) }
        let waiting = controls.filter { document.hasAttribute(BindingName.disableWith, of: $0) } + disabled
        for node in waiting.reversed() {
            let isShown = submitter == nil || submitter == node
            self.mark(node, of: view, as: mark, type: isShown ? "submit" : nil, locks: true)
        }
        self.mark(form, of: view, as: mark, type: "submit", locks: false)
    }

    private func isInIgnoredPart(_ node: NodeID, of form: NodeID) -> Bool {
        ([node] + document.ancestors(of: node).prefix { $0 != form }).contains {
            document.attribute(BindingName.update, of: $0) == "ignore"
                || document.attribute(ViewAttribute.update, of: $0) == "ignore"
        }
    }
}
