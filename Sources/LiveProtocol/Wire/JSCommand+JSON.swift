import OrderedCollections

extension JSCommand {
    /// The wire form of a list of commands: `[["push",{"event":"inc"}]]` (TheWire.md, "Commands").
    package static func json(_ commands: [JSCommand]) -> String {
        JSONValue.array(commands.map(\.wire)).json
    }

    /// The wire form: the kind and its arguments; what is nil is left out.
    package var wire: JSONValue {
        var arguments = OrderedDictionary<String, JSONValue>()
        switch self {
        case .push(let push): arguments = push.arguments
        case .navigate(let href, let replace), .patch(let href, let replace):
            arguments["href"] = .string(href)
            arguments["replace"] = .bool(replace)
        case .show(let target, let display, let transition, let timing):
            arguments["to"] = target?.wire
            arguments["display"] = display.map(JSONValue.string)
            arguments["transition"] = transition?.wire
            timing.write(to: &arguments)
        case .hide(let target, let transition, let timing):
            arguments["to"] = target?.wire
            arguments["transition"] = transition?.wire
            timing.write(to: &arguments)
        case .toggle(let target, let display, let ins, let outs, let timing):
            arguments["to"] = target?.wire
            arguments["display"] = display.map(JSONValue.string)
            arguments["ins"] = ins?.wire
            arguments["outs"] = outs?.wire
            timing.write(to: &arguments)
        case .addClass(let names, let target, let transition, let timing),
            .removeClass(let names, let target, let transition, let timing),
            .toggleClass(let names, let target, let transition, let timing):
            arguments["names"] = .array(names.map(JSONValue.string))
            arguments["to"] = target?.wire
            arguments["transition"] = transition?.wire
            timing.write(to: &arguments)
        case .transition(let transition, let target, let timing):
            arguments["transition"] = transition.wire
            arguments["to"] = target?.wire
            timing.write(to: &arguments)
        case .setAttribute(let name, let value, let target):
            arguments["attr"] = [.string(name), .string(value)]
            arguments["to"] = target?.wire
        case .removeAttribute(let name, let target):
            arguments["attr"] = .string(name)
            arguments["to"] = target?.wire
        case .toggleAttribute(let name, let value, let otherValue, let target):
            arguments["attr"] = .array([name, value, otherValue].compactMap { $0 }.map(JSONValue.string))
            arguments["to"] = target?.wire
        case .ignoreAttributes(let names, let target):
            arguments["attrs"] = .array(names.map(JSONValue.string))
            arguments["to"] = target?.wire
        case .dispatch(let event, let target, let detail, let bubbles, let blocking):
            arguments["event"] = .string(event)
            arguments["to"] = target?.wire
            arguments["detail"] = detail.map(JSONValue.object)
            arguments["bubbles"] = bubbles.map(JSONValue.bool)
            if blocking { arguments["blocking"] = true }
        case .exec(let attribute, let target):
            arguments["attr"] = .string(attribute)
            arguments["to"] = target?.wire
        case .focus(let target), .focusFirst(let target), .pushFocus(let target):
            arguments["to"] = target?.wire
        case .popFocus: break
        }
        return [.string(kind), .object(arguments)]
    }

    /// The word for the command on the wire.
    package var kind: String {
        switch self {
        case .push: "push"
        case .navigate: "navigate"
        case .patch: "patch"
        case .show: "show"
        case .hide: "hide"
        case .toggle: "toggle"
        case .addClass: "add_class"
        case .removeClass: "remove_class"
        case .toggleClass: "toggle_class"
        case .transition: "transition"
        case .setAttribute: "set_attr"
        case .removeAttribute: "remove_attr"
        case .toggleAttribute: "toggle_attr"
        case .ignoreAttributes: "ignore_attrs"
        case .dispatch: "dispatch"
        case .exec: "exec"
        case .focus: "focus"
        case .focusFirst: "focus_first"
        case .pushFocus: "push_focus"
        case .popFocus: "pop_focus"
        }
    }
}

extension JSPush {
    fileprivate var arguments: OrderedDictionary<String, JSONValue> {
        var arguments: OrderedDictionary<String, JSONValue> = ["event": .string(event)]
        switch target {
        case nil: break
        case .component(let identifier): arguments["target"] = .integer(identifier)
        case .selector(let selector): arguments["target"] = .string(selector)
        }
        arguments["loading"] = loading.map(JSONValue.string)
        if pageLoading { arguments["page_loading"] = true }
        arguments["value"] = value.map(JSONValue.object)
        return arguments
    }
}

extension JSTarget {
    fileprivate var wire: JSONValue {
        switch self {
        case .document(let selector): .string(selector)
        case .inner(let selector): ["inner": .string(selector)]
        case .closest(let selector): ["closest": .string(selector)]
        }
    }
}

extension JSTransition {
    fileprivate var wire: JSONValue {
        .array([during, start, end].map { .array($0.map(JSONValue.string)) })
    }
}

extension JSTiming {
    fileprivate func write(to arguments: inout OrderedDictionary<String, JSONValue>) {
        arguments["time"] = time.map(JSONValue.integer)
        if !isBlocking { arguments["blocking"] = false }
    }
}
