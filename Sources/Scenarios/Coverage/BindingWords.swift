import LiveClient
import LiveProtocol

extension PageBinding {
    /// What it does, in words that are the same for all rows of a list.
    ///
    /// - Parameter route: Gives the path of the route that an address leads to.
    func words(route: (String) -> String?) -> String {
        switch kind {
        case .event(let attribute):
            guard value.hasPrefix("["), let commands = try? JSCommand.list(parsing: value) else {
                return "\(attribute)=\"\(value)\""
            }
            return "\(attribute): \(commands.map(\.words).joined(separator: ", "))"
        case .hook: return "phx-hook=\"\(value)\""
        case .link(let kind):
            // What stands in the query may differ from row to row.
            let path = String(value.prefix { $0 != "?" && $0 != "#" })
            return "link (\(kind == "redirect" ? "navigate" : kind)) to \(route(path) ?? path)"
        }
    }
}

extension JSCommand {
    /// What it is, without what it acts on, which may differ from row to row.
    fileprivate var words: String {
        switch self {
        case .push(let push): "push \"\(push.event)\""
        case .navigate: "navigate"
        case .patch: "patch"
        case .show: "show"
        case .hide: "hide"
        case .toggle: "toggle"
        case .addClass: "add_class"
        case .removeClass: "remove_class"
        case .toggleClass: "toggle_class"
        case .transition: "transition"
        case .setAttribute(let name, _, _): "set_attr \"\(name)\""
        case .removeAttribute(let name, _): "remove_attr \"\(name)\""
        case .toggleAttribute(let name, _, _, _): "toggle_attr \"\(name)\""
        case .ignoreAttributes: "ignore_attrs"
        case .dispatch(let event, _, _, _, _): "dispatch \"\(event)\""
        case .exec(let attribute, _): "exec \"\(attribute)\""
        case .focus: "focus"
        case .focusFirst: "focus_first"
        case .pushFocus: "push_focus"
        case .popFocus: "pop_focus"
        }
    }
}
