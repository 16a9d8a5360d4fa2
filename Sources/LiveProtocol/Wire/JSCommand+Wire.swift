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

extension JSCommand {
    /// Reads a list of commands from its wire form.
    ///
    /// - Throws: `JSONParsingError` or `JSONDecodingError`.
    package static func list(parsing text: String) throws -> [JSCommand] {
        try list(JSONValue(parsing: text))
    }

    /// Reads a list of commands from its wire form.
    package static func list(_ value: JSONValue) throws(JSONDecodingError) -> [JSCommand] {
        try JSONReader(value).elements().map { element throws(JSONDecodingError) in try JSCommand(element) }
    }

    init(_ reader: JSONReader) throws(JSONDecodingError) {
        let pair = try reader.elements()
        guard pair.count == 2 else { throw reader.wrong(wanted: "a pair of a command's name and its arguments") }
        let arguments = pair[1]
        let target = try JSTarget(arguments["to"])
        switch try pair[0].string() {
        case "push": self = .push(try JSPush(arguments))
        case "navigate": self = .navigate(href: try arguments["href"].string(), replace: try arguments.flag("replace"))
        case "patch": self = .patch(href: try arguments["href"].string(), replace: try arguments.flag("replace"))
        case "show":
            self = .show(
                to: target, display: try arguments["display"].optional?.string(),
                transition: try JSTransition(arguments["transition"]), timing: try JSTiming(arguments))
        case "hide":
            self = .hide(
                to: target, transition: try JSTransition(arguments["transition"]), timing: try JSTiming(arguments))
        case "toggle":
            self = .toggle(
                to: target, display: try arguments["display"].optional?.string(),
                ins: try JSTransition(arguments["ins"]), outs: try JSTransition(arguments["outs"]),
                timing: try JSTiming(arguments))
        case "add_class":
            self = .addClass(
                try arguments["names"].strings(), to: target,
                transition: try JSTransition(arguments["transition"]), timing: try JSTiming(arguments))
        case "remove_class":
            self = .removeClass(
                try arguments["names"].strings(), to: target,
                transition: try JSTransition(arguments["transition"]), timing: try JSTiming(arguments))
        case "toggle_class":
            self = .toggleClass(
                try arguments["names"].strings(), to: target,
                transition: try JSTransition(arguments["transition"]), timing: try JSTiming(arguments))
        case "transition":
            guard let transition = try JSTransition(arguments["transition"]) else {
                throw arguments["transition"].wrong(wanted: "a transition")
            }
            self = .transition(transition, to: target, timing: try JSTiming(arguments))
        case "set_attr":
            let attribute = try arguments["attr"].strings()
            guard attribute.count == 2 else { throw arguments["attr"].wrong(wanted: "a name and a value") }
            self = .setAttribute(name: attribute[0], value: attribute[1], to: target)
        case "remove_attr": self = .removeAttribute(name: try arguments["attr"].string(), to: target)
        case "toggle_attr":
            let attribute = try arguments["attr"].strings()
            guard (2...3).contains(attribute.count) else {
                throw arguments["attr"].wrong(wanted: "a name and one or two values")
            }
            self = .toggleAttribute(
                name: attribute[0], value: attribute[1], otherValue: attribute.count == 3 ? attribute[2] : nil,
                to: target)
        case "ignore_attrs": self = .ignoreAttributes(try arguments["attrs"].strings(), to: target)
        case "dispatch":
            self = .dispatch(
                event: try arguments["event"].string(), to: target,
                detail: try arguments["detail"].optional?.members(),
                bubbles: try arguments["bubbles"].optional?.bool(), blocking: try arguments.flag("blocking"))
        case "exec": self = .exec(attribute: try arguments["attr"].string(), to: target)
        case "focus": self = .focus(to: target)
        case "focus_first": self = .focusFirst(to: target)
        case "push_focus": self = .pushFocus(to: target)
        case "pop_focus": self = .popFocus
        default: throw pair[0].wrong(wanted: "a command's name such as \"push\", \"show\" or \"hide\"")
        }
    }
}

extension JSONReader {
    fileprivate func flag(_ key: String) throws(JSONDecodingError) -> Bool {
        try self[key].optional?.bool() ?? false
    }
}

extension JSPush {
    fileprivate init(_ arguments: JSONReader) throws(JSONDecodingError) {
        self.init(
            event: try arguments["event"].string(),
            target: try Target(arguments["target"]),
            loading: try arguments["loading"].optional?.string(),
            pageLoading: try arguments.flag("page_loading"),
            value: try arguments["value"].optional?.members())
    }
}

extension JSPush.Target {
    fileprivate init?(_ reader: JSONReader) throws(JSONDecodingError) {
        switch reader.value {
        case nil, .null: return nil
        case .integer(let identifier): self = .component(identifier)
        case .string(let selector): self = Int(selector).map(Self.component) ?? .selector(selector)
        default: throw reader.wrong(wanted: "a component's number or a selector")
        }
    }
}

extension JSTarget {
    fileprivate init?(_ reader: JSONReader) throws(JSONDecodingError) {
        if !reader.isPresent { return nil }
        if case .string(let selector) = reader.value {
            self = .document(selector)
        } else if let inner = reader["inner"].optional {
            self = .inner(try inner.string())
        } else if let closest = reader["closest"].optional {
            self = .closest(try closest.string())
        } else {
            throw reader.wrong(wanted: "a selector, or one under `inner` or `closest`")
        }
    }
}

extension JSTransition {
    fileprivate init?(_ reader: JSONReader) throws(JSONDecodingError) {
        guard reader.isPresent else { return nil }
        let parts = try reader.elements().map { part throws(JSONDecodingError) in try part.strings() }
        guard parts.count == 3 else { throw reader.wrong(wanted: "three lists of class names") }
        self.init(during: parts[0], start: parts[1], end: parts[2])
    }
}

extension JSTiming {
    fileprivate init(_ arguments: JSONReader) throws(JSONDecodingError) {
        self.init(
            time: try arguments["time"].optional?.integer(),
            isBlocking: try arguments["blocking"].optional?.bool() ?? true)
    }
}
