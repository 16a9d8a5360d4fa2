import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Runs an attribute's commands where no plain event name is allowed.
    func run(_ commands: String, on source: NodeID, type: String?) {
        run(commands, in: CommandContext(source: source, type: type, allowsPlainEvent: false))
    }

    /// Runs a binding: commands, or the name of an event to push.
    func run(_ binding: String, in context: CommandContext) {
        within(context.source) { runUnbounded(binding, in: context) }
    }

    private func runUnbounded(_ binding: String, in context: CommandContext) {
        guard binding.hasPrefix("[") else {
            if context.allowsPlainEvent, !binding.isEmpty {
                var context = context
                pushCommand(JSPush(event: binding), in: &context)
            } else if !binding.isEmpty {
                report(
                    .invalidCommands,
                    "\(words(for: context.source)) has \"\(binding)\" where a list of JS commands is expected")
            }
            return
        }
        let commands: [JSCommand]
        do {
            commands = try JSCommand.list(parsing: binding)
        } catch {
            report(.invalidCommands, "the commands on \(words(for: context.source)) cannot be read: \(error)")
            return
        }
        var context = context
        var hasNavigated = false
        for command in commands {
            guard document.isAlive(context.source), !page.isUnloaded else { return }
            if command.isNavigation {
                guard !hasNavigated else {
                    report(
                        .invalidCommands,
                        "the commands on \(words(for: context.source)) lead to two places; only the first counts")
                    continue
                }
                hasNavigated = true
            }
            run(command, in: &context)
        }
    }

    private func run(_ command: JSCommand, in context: inout CommandContext) {
        switch command {
        case .push(let push): pushCommand(push, in: &context)
        case .navigate(let href, let replace): navigate(to: page.url.resolve(href), replace ? .replace : .push)
        case .patch(let href, let replace): patch(to: page.url.resolve(href), replace ? .replace : .push)
        case .show(let to, let display, let transition, let timing):
            for node in nodes(to, context) { show(node, display, transition, timing, type: context.type) }
        case .hide(let to, let transition, let timing):
            for node in nodes(to, context) { hide(node, transition, timing, type: context.type) }
        case .toggle(let to, let display, let ins, let outs, let timing):
            for node in nodes(to, context) {
                toggle(node, display: display, ins: ins, outs: outs, timing, type: context.type)
            }
        case .addClass(let names, let to, let transition, let timing):
            for node in nodes(to, context) { changeClasses(of: node, adding: names, removing: [], transition, timing) }
        case .removeClass(let names, let to, let transition, let timing):
            for node in nodes(to, context) { changeClasses(of: node, adding: [], removing: names, transition, timing) }
        case .toggleClass(let names, let to, let transition, let timing):
            for node in nodes(to, context) { toggleClasses(names, of: node, transition, timing) }
        case .transition(let transition, let to, let timing):
            for node in nodes(to, context) { changeClasses(of: node, adding: [], removing: [], transition, timing) }
        case .setAttribute(let name, let value, let to):
            for node in nodes(to, context) { setAttribute(name, to: value, of: node) }
        case .removeAttribute(let name, let to):
            for node in nodes(to, context) { setAttribute(name, to: nil, of: node) }
        case .toggleAttribute(let name, let value, let other, let to):
            for node in nodes(to, context) { toggleAttribute(name, value, other, of: node) }
        case .ignoreAttributes(let names, let to):
            for node in nodes(to, context) { page.nodes[node].ignoredAttributes = names }
        case .dispatch(let event, let to, let detail, let bubbles, let blocking):
            let dispatched = DispatchedEvent(
                name: event, detail: detail ?? [:], bubbles: bubbles ?? true, isBlocking: blocking,
                dispatcher: context.source)
            for node in nodes(to, context) { dispatch(dispatched, on: node) }
        case .exec(let attribute, let to): execute(attribute, to: to, in: context)
        case .focus(let to): for node in nodes(to, context) { focusWhenShown(node) }
        case .focusFirst(let to):
            for node in nodes(to, context) { focusFirstWhenShown(in: node) }
        case .pushFocus(let to): for node in nodes(to, context) { page.focusStack.append(node) }
        case .popFocus: popFocus()
        }
    }

    private func execute(_ attribute: String, to target: JSTarget?, in context: CommandContext) {
        for node in nodes(target, context) {
            guard let commands = document.attribute(attribute, of: node) else {
                report(
                    .execWithoutCommands,
                    "expected \(attribute) to contain JS commands on \(words(for: node)), but it has no such attribute")
                continue
            }
            var context = context
            context.source = node
            context.allowsPlainEvent = false
            run(commands, in: context)
        }
    }

    /// What a command acts on (JS_COMMANDS.md 2); nothing is no mistake.
    private func nodes(_ target: JSTarget?, _ context: CommandContext) -> [NodeID] {
        guard document.isAlive(context.source) else { return [] }
        switch target {
        case nil: return [context.source]
        case .document(let text): return matches(text, below: document.root)
        case .inner(let text): return matches(text, below: context.source)
        case .closest(let text):
            return selector(text).flatMap { document.closest(context.source, $0) }.map { [$0] } ?? []
        }
    }

    /// All elements below a node that a selector's text selects; a bad selector is reported and selects none.
    func matches(_ text: String, below node: NodeID) -> [NodeID] {
        selector(text).map { document.all($0, below: node) } ?? []
    }

    func selector(_ text: String) -> Selector? {
        do {
            return try Selector(text)
        } catch {
            report(.invalidSelector, error.description)
            return nil
        }
    }

    /// An element in words, for diagnostics: its tag with what tells it from others.
    func words(for node: NodeID) -> String {
        let marks = ["id", "name", "class", BindingName.click].compactMap { name in
            document.attribute(name, of: node).map { " \(name)=\"\($0)\"" }
        }
        return "<\(document.name(of: node))\(marks.prefix(2).joined())>"
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
