import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Runs an attribute's commands where no plain event name is allowed.
    func run(_ commands: String, on source: NodeID, type: String?) {
        run(commands, in: CommandContext(source: source, type: type, allowsPlainEvent: false))
    }

    /// Runs a binding: commands, or the name of an event to push.
    func run(_ binding: String, in context: CommandContext) {
        coverage?.ran(binding, in: context, of: self)
        page.nesting.within(context.source) { runUnbounded(binding, in: context) }
    }

    private func runUnbounded(_ binding: String, in context: CommandContext) {
        guard binding.hasPrefix("[") else {
            if context.allowsPlainEvent, !binding.isEmpty {
                var context = context
                pushCommand(JSPush(event: binding), in: &context)
            } else if !binding.isEmpty {
                clientLog.report(
                    .invalidCommands,
                    "\(document.words(for: context.source)) has \"\(binding)\" where a list of JS commands is expected")
            }
            return
        }
        do {
            run(try page.commands.commands(in: binding), in: context)
        } catch {
            clientLog.report(
                .invalidCommands, "the commands on \(document.words(for: context.source)) cannot be read: \(error)")
        }
    }

    /// Runs commands in their order, as long as their element and the page are there.
    func run(_ commands: [JSCommand], in context: CommandContext) {
        var context = context
        var hasNavigated = false
        for command in commands {
            guard document.isAlive(context.source), !page.isUnloaded else { return }
            if command.isNavigation {
                guard !hasNavigated else {
                    clientLog.report(
                        .invalidCommands,
                        "the commands on \(document.words(for: context.source)) lead to two places; "
                            + "only the first counts")
                    continue
                }
                hasNavigated = true
            }
            run(command, in: &context)
        }
    }

    private func run(_ command: JSCommand, in context: inout CommandContext) {
        let effects = page.effects
        switch command {
        case .push(let push): pushCommand(push, in: &context)
        case .navigate(let href, let replace): navigate(to: page.url.resolve(href), replace ? .replace : .push)
        case .patch(let href, let replace): patch(to: page.url.resolve(href), replace ? .replace : .push)
        case .show(let to, let display, let transition, let timing):
            for node in nodes(to, context) { effects.show(node, display, transition, timing, type: context.type) }
        case .hide(let to, let transition, let timing):
            for node in nodes(to, context) { effects.hide(node, transition, timing, type: context.type) }
        case .toggle(let to, let display, let ins, let outs, let timing):
            for node in nodes(to, context) {
                effects.toggle(node, display: display, ins: ins, outs: outs, timing, type: context.type)
            }
        case .addClass(let names, let to, let transition, let timing):
            for node in nodes(to, context) {
                effects.changeClasses(of: node, adding: names, removing: [], transition, timing)
            }
        case .removeClass(let names, let to, let transition, let timing):
            for node in nodes(to, context) {
                effects.changeClasses(of: node, adding: [], removing: names, transition, timing)
            }
        case .toggleClass(let names, let to, let transition, let timing):
            for node in nodes(to, context) { effects.toggleClasses(names, of: node, transition, timing) }
        case .transition(let transition, let to, let timing):
            for node in nodes(to, context) {
                effects.changeClasses(of: node, adding: [], removing: [], transition, timing)
            }
        case .setAttribute(let name, let value, let to):
            for node in nodes(to, context) { effects.setAttribute(name, to: value, of: node) }
        case .removeAttribute(let name, let to):
            for node in nodes(to, context) { effects.setAttribute(name, to: nil, of: node) }
        case .toggleAttribute(let name, let value, let other, let to):
            for node in nodes(to, context) { effects.toggleAttribute(name, value, other, of: node) }
        case .ignoreAttributes(let names, let to):
            for node in nodes(to, context) { effects.ignoreAttributes(names, of: node) }
        case .dispatch(let event, let to, let detail, let bubbles, _):
            let dispatcher = context.source
            for node in nodes(to, context) {
                dispatch(event, on: node, detail: .object(detail ?? [:]), bubbles: bubbles ?? true, by: dispatcher)
            }
        case .exec(let attribute, let to): execute(attribute, to: to, in: context)
        case .focus(let to): for node in nodes(to, context) { run(.focus(node)) }
        case .focusFirst(let to): for node in nodes(to, context) { run(.focusFirst(in: node)) }
        case .pushFocus(let to): page.focusStack += nodes(to, context)
        case .popFocus: if let node = page.focusStack.popLast() { run(.restore(node)) }
        }
    }

    private func execute(_ attribute: String, to target: JSTarget?, in context: CommandContext) {
        for node in nodes(target, context) {
            guard let commands = document.attribute(attribute, of: node) else {
                clientLog.report(
                    .execWithoutCommands,
                    "expected \(attribute) to contain JS commands on \(document.words(for: node)), "
                        + "but it has no such attribute")
                continue
            }
            var context = context
            context.source = node
            context.allowsPlainEvent = false
            run(commands, in: context)
        }
    }

    /// What a command acts on (TheClientsRules.md, "What commands act on"); nothing is no mistake.
    private func nodes(_ target: JSTarget?, _ context: CommandContext) -> [NodeID] {
        guard document.isAlive(context.source) else { return [] }
        switch target {
        case nil: return [context.source]
        case .document(let text): return page.search.all(text)
        case .inner(let text): return page.search.all(text, below: context.source)
        case .closest(let text): return page.search.closest(text, to: context.source).map { [$0] } ?? []
        }
    }

    // MARK: Events

    /// Dispatches an event as a command does: those that bindings listen to act as if a person had caused them.
    ///
    /// - Parameter dispatcher: The element whose command it is.
    private func dispatch(
        _ name: String, on node: NodeID, detail: JSONValue, bubbles: Bool, by dispatcher: NodeID
    ) {
        guard document.isAlive(node) else { return }
        switch name {
        case "click": dispatchClick(node)
        case "change", "input":
            guard let kind = document.controlKind(of: node) else {
                return clientLog.report(
                    .changeWithoutForm,
                    "\(document.words(for: dispatcher)) dispatches \(name) to \(document.words(for: node)), "
                        + "which is no form control")
            }
            changed(node, submitter: kind.isButton ? node : nil)
        case "submit": if document.name(of: node) == "form" { dispatchSubmit(node, submitter: nil) }
        case _: announce(name, on: node, detail: detail, bubbles: bubbles)
        }
    }

    /// Tells who listens of an event that no binding knows. Hooks listen at the window, which hears only what bubbles.
    func announce(_ name: String, on node: NodeID, detail: JSONValue = [:], bubbles: Bool = false) {
        clientLog.record(.dispatched(PushedEvent(name: name, payload: detail)))
        if name == "phx:show-end" { focusWrapShown(node) }
        if bubbles, name.hasPrefix("phx:") { hooks.deliverDispatched(String(name.dropFirst(4)), detail) }
    }

    /// Delivers an event that a view pushed to who listens.
    func dispatch(_ event: PushedEvent) {
        clientLog.record(.dispatched(event))
        hooks.deliver(event)
    }
}

extension JSCommand {
    /// Whether it leads to another address.
    fileprivate var isNavigation: Bool {
        switch self {
        case .navigate, .patch: true
        case .push, .show, .hide, .toggle, .addClass, .removeClass, .toggleClass, .transition, .setAttribute,
            .removeAttribute, .toggleAttribute, .ignoreAttributes, .dispatch, .exec, .focus, .focusFirst, .pushFocus,
            .popFocus:
            false
        }
    }
}
