import HTMLTree
import LiveProtocol

/// What a link that is clicked leads to (TheClientsRules.md, "Navigation").
struct LiveLink {
    let element: NodeID
    let href: String
    /// What `data-phx-link` says: `patch` or `redirect`.
    let kind: String
    /// What `data-phx-link-state` says: `push` or `replace`.
    let state: String?

    var isPatch: Bool { kind == "patch" }

    /// How history takes it; nil when the link says nothing that can be followed.
    var history: HistoryKind? {
        kind == "patch" || kind == "redirect" ? state.flatMap(HistoryKind.init(rawValue:)) : nil
    }
}

/// A link that sends a form of its own, as phoenix_html adds to a page: `data-method` and `data-to`.
struct MethodLink {
    let element: NodeID
    let method: String
    let address: String
    /// The fields of the form, urlencoded.
    let fields: String
}

extension Document {
    /// The nearest link, from a node upwards.
    func link(at node: NodeID) -> NodeID? {
        inclusiveAncestors(of: node).first { isElement($0) && isLink($0) }
    }

    /// The live link at a node; nil where there is none, or one that the browser handles.
    func liveLink(at node: NodeID, _ modifiers: ClickModifiers) -> LiveLink? {
        guard let link = link(at: node), let kind = attribute(ViewAttribute.link, of: link),
            let href = attribute("href", of: link), !opensElsewhere(link, modifiers)
        else { return nil }
        return LiveLink(element: link, href: href, kind: kind, state: attribute(ViewAttribute.linkState, of: link))
    }

    /// Where an ordinary link at a node leads; nil where it does not lead away from here.
    func linkedAddress(at node: NodeID, _ modifiers: ClickModifiers) -> String? {
        guard let link = link(at: node), !opensElsewhere(link, modifiers) else { return nil }
        return attribute("href", of: link)
    }

    /// The nearest element that sends a form of its own when it is clicked, from a node upwards.
    func methodLink(at node: NodeID) -> MethodLink? {
        guard let link = inclusiveAncestors(of: node).first(where: isMethodLink),
            let method = attribute("data-method", of: link), let address = attribute("data-to", of: link)
        else { return nil }
        let fields = URLEncodedForm.encode([
            ("_csrf_token", attribute("data-csrf", of: link) ?? ""), ("_method", method),
        ])
        return MethodLink(element: link, method: method, address: address, fields: fields)
    }

    func isMethodLink(_ node: NodeID) -> Bool {
        isElement(node) && attribute("data-method", of: node)?.isEmpty == false
            && attribute("data-to", of: node)?.isEmpty == false
    }

    /// Whether a click on a link leads to another window, or to a file, so that the page stays as it is.
    func opensElsewhere(_ link: NodeID, _ modifiers: ClickModifiers) -> Bool {
        if modifiers.opensElsewhere || hasAttribute("download", of: link) { return true }
        guard let target = attribute("target", of: link)?.lowercased() else { return false }
        return !["", "_self", "_top", "_parent"].contains(target)
    }
}
