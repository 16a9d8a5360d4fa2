import HTMLTree
import LiveProtocol

extension LiveClient {
    /// What a click on a live link does (CLIENT.md 15).
    ///
    /// - Returns: False when it is no live link, or one that the browser handles.
    func followLiveLink(at node: NodeID, modifiers: ClickModifiers) -> Bool {
        guard let link = link(at: node), let kind = document.attribute(ViewAttribute.link, of: link),
            let href = document.attribute("href", of: link), !opensElsewhere(link, modifiers)
        else { return false }
        guard let main = page.mainView, isConnected(main) else { return false }
        let state = document.attribute(ViewAttribute.linkState, of: link)
        guard kind == "patch" || kind == "redirect", let history = state.flatMap(HistoryKind.init(rawValue:)) else {
            report(
                .liveLink,
                "\(words(for: link)) has data-phx-link=\"\(kind)\" and data-phx-link-state=\"\(state ?? "")\"; "
                    + "expected patch or redirect, and push or replace")
            return true
        }
        let url = page.url.resolve(href)
        if page.pendingLink?.url == url { return true }
        if mayNavigate(NavigationEvent(stage: .before, href: url.absolute, isPatch: kind == "patch")) {
            if kind == "patch" {
                patch(to: url, history, from: link)
            } else {
                navigate(to: url, history)
            }
        }
        // The link's own commands run too; an event's name alone does not belong on a live link.
        if let commands = document.attribute(BindingName.click, of: link) { run(commands, on: link, type: "click") }
        return true
    }

    /// What a click on an ordinary link does: another part of the page, or another page.
    func followLink(at node: NodeID, modifiers: ClickModifiers) {
        guard let link = link(at: node), let href = document.attribute("href", of: link),
            !opensElsewhere(link, modifiers)
        else { return }
        let url = page.url.resolve(href)
        if let fragment = url.fragment, url.isSamePage(as: page.url) {
            guard href != "#" else { return }
            page.url = url
            record(step: url, .patch, .push)
            if let target = document.element(withID: fragment), document.isFocusable(target) { focus(target) }
            return
        }
        load(url, history: .push)
    }

    private func link(at node: NodeID) -> NodeID? {
        var current: NodeID? = node
        while let node = current {
            if document.isElement(node), document.isLink(node) { return node }
            current = document.parent(of: node)
        }
        return nil
    }

    func opensElsewhere(_ link: NodeID, _ modifiers: ClickModifiers) -> Bool {
        if modifiers.opensElsewhere || document.hasAttribute("download", of: link) { return true }
        guard let target = document.attribute("target", of: link)?.lowercased() else { return false }
        return !["", "_self", "_top", "_parent"].contains(target)
    }
}
