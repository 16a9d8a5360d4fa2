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
        case .push(let push): "\(kind) \"\(push.event)\""
        case .setAttribute(let name, _, _), .removeAttribute(let name, _), .toggleAttribute(let name, _, _, _):
            "\(kind) \"\(name)\""
        case .dispatch(let event, _, _, _, _): "\(kind) \"\(event)\""
        case .exec(let attribute, _): "\(kind) \"\(attribute)\""
        case .navigate, .patch, .show, .hide, .toggle, .addClass, .removeClass, .toggleClass, .transition,
            .ignoreAttributes, .focus, .focusFirst, .pushFocus, .popFocus:
            kind
        }
    }
}
