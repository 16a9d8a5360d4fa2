import HTMLTree
import LiveProtocol
import OrderedCollections

extension LiveClient {
    /// Whom a push is for: a view, or a component in it.
    struct Target {
        var view: ViewChannel
        var component: Int?
        /// The element that a selector found.
        var element: NodeID?
    }

    /// Pushes an event to whom the command, the element or its place say (CLIENT.md 5).
    ///
    /// - Returns: How many messages that makes.
    @discardableResult
    func pushCommand(_ command: JSPush, in context: inout CommandContext) -> Int {
        let targets = targets(of: command, in: context).filter { isConnected($0.view) }
        for target in targets {
            if let form = context.form {
                switch form.kind {
                case .change: pushChange(command, form, context, to: target)
                case .submit: pushSubmit(command, form, context, to: target)
                }
            } else {
                pushPlain(command, &context, to: target)
            }
        }
        return targets.count
    }

    private func pushPlain(_ command: JSPush, _ context: inout CommandContext, to target: Target) {
        let view = target.view
        let mark = nextMark(of: view)
        markSource(context.source, command, context, of: view, as: mark)
        var value = metadata(of: context.source, startingWith: context.metadata)
        value.merge(command.value ?? [:]) { _, last in last }
        // What an event tells is one object for all pushes of its binding: a later push carries the earlier ones' values.
        if context.allowsPlainEvent { context.metadata = value }
        let (source, whenAnswered) = (context.source, context.whenAnswered)
        let event = EventPush(
            type: context.type, event: command.event, value: .json(.object(value)), component: target.component)
        push(
            .event(event), to: view, mark: mark,
            finish: { [weak self] _ in self?.stopLoading(command, source) },
            deliver: { _ in whenAnswered?() })
    }

    private func markSource(
        _ node: NodeID, _ command: JSPush, _ context: CommandContext, of view: ViewChannel, as mark: Int
    ) {
        self.mark(node, of: view, as: mark, type: context.type ?? "null", locks: true)
        markLoading(command, context, of: view, as: mark)
    }

    /// What else a push says that it makes load.
    func markLoading(_ command: JSPush, _ context: CommandContext, of view: ViewChannel, as mark: Int) {
        if let selector = command.loading {
            for node in matches(selector, below: document.root) {
                self.mark(node, of: view, as: mark, type: context.type ?? "null", locks: true)
            }
        }
        if command.pageLoading {
            record(.pageLoading(PageLoadingEvent(.element(context.source), isStart: true)))
        }
    }

    func stopLoading(_ command: JSPush, _ source: NodeID) {
        if command.pageLoading { record(.pageLoading(PageLoadingEvent(.element(source), isStart: false))) }
    }

    // MARK: Targets

    private func targets(of command: JSPush, in context: CommandContext) -> [Target] {
        var holder = context.source
        if let form = context.form, form.kind == .change { holder = form.isOfInput ? context.source : form.form }
        switch command.target {
        case .component(let cid): return target(component: cid, near: context.source)
        case .selector(let selector): return targets(of: selector, from: context.source)
        case nil: break
        }
        guard let text = document.attribute(BindingName.target, of: holder) else {
            return view(owning: context.source).map { [Target(view: $0)] } ?? []
        }
        if let cid = Int(text) { return target(component: cid, near: context.source) }
        var found = targets(of: text, from: context.source)
        // Only a form's own target reaches a component through a selector.
        if let form = context.form, form.isOfInput, !document.hasAttribute(BindingName.target, of: form.form) {
            for place in found.indices { found[place].component = nil }
        }
        return found
    }

    private func target(component cid: Int, near source: NodeID) -> [Target] {
        guard let view = view(owning: source) else { return [] }
        guard element(ofComponent: cid, in: view) != nil else {
            report(.targetWithoutMatch, "no component found matching phx-target of \(cid) on \(words(for: source))")
            return []
        }
        return [Target(view: view, component: cid)]
    }

    /// The views and components that own the matches of a selector, one for each match.
    func targets(of selector: String, from source: NodeID) -> [Target] {
        let found = matches(selector, below: document.root)
        if found.isEmpty {
            report(
                .targetWithoutMatch,
                "nothing found matching the phx-target selector \"\(selector)\" of \(words(for: source))")
        }
        return found.compactMap { node in
            view(owning: node).map { Target(view: $0, component: component(at: node, of: $0), element: node) }
        }
    }

    // MARK: Values

    /// What an element tells with an event: what the event gives, `phx-value-*`, its own value (CLIENT.md 3).
    func metadata(
        of node: NodeID, startingWith start: OrderedDictionary<String, JSONValue> = [:]
    ) -> OrderedDictionary<String, JSONValue> {
        var result = start
        for attribute in document.attributes(of: node) where attribute.name.hasPrefix(BindingName.valuePrefix) {
            result[String(attribute.name.dropFirst(BindingName.valuePrefix.count))] = .string(attribute.value)
        }
        if let value = valueProperty(of: node) {
            result["value"] = value
        } else if document.controlKind(of: node) == .checkbox || document.controlKind(of: node) == .radio {
            result["value"] = nil
        }
        return result
    }

    /// The `value` property of an element; nil where it has none, or where it is a form's or an unticked box's.
    private func valueProperty(of node: NodeID) -> JSONValue? {
        switch document.name(of: node) {
        case "input":
            switch document.controlKind(of: node) {
            case .checkbox, .radio:
                return document.isChecked(node) ? .string(document.attribute("value", of: node) ?? "on") : nil
            default: return .string(document.value(of: node))
            }
        case "button", "textarea", "select", "output": return .string(document.value(of: node))
        case "option": return .string(document.optionValue(of: node))
        case "data", "param": return .string(document.attribute("value", of: node) ?? "")
        case "li": return .integer(document.attribute("value", of: node).flatMap { Int($0) } ?? 0)
        case "progress", "meter":
            let number = document.attribute("value", of: node).flatMap { Double($0) } ?? 0
            return number == number.rounded() ? .integer(Int(number)) : .number(number)
        default: return nil
        }
    }
}
