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
