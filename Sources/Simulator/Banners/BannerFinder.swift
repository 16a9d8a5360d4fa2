import Basics
import HTMLTree
import LiveClient

/// Makes banners of the elements that clear flash.
struct BannerFinder {
    let document: Document
    let isDisplayed: (NodeID) -> Bool

    /// The displayed banners among the triggers, labelled in page order.
    func banners(of triggers: [NodeID]) -> [Banner] {
        var banners: [Banner] = []
        for trigger in triggers where document.isAlive(trigger) && isDisplayed(trigger) {
            guard let panel = panel(of: trigger) else { continue }
            // Of a banner that is clickable all over and has a button too, the inner one says no more.
            guard !banners.contains(where: { document.contains($0.node, panel) }) else { continue }
            let label = banners.count < 10 ? String((banners.count + 1) % 10) : ""
            banners.append(
                Banner(
                    key: key(of: trigger), label: label, node: panel, trigger: trigger,
                    text: text(of: panel, without: trigger), isAlert: document.attribute("role", of: panel) == "alert"))
        }
        return banners
    }

    private func key(of trigger: NodeID) -> String? {
        let command = document.attribute(BindingName.click, of: trigger).flatMap(ClearFlash.init(binding:))
        return command?.key ?? document.attribute(BindingName.value("key"), of: trigger)
    }

    /// The banner that a trigger belongs to: itself, or, of a close button, what announces itself as a message around it.
    /// A button elsewhere that clears flash is a plain button.
    private func panel(of trigger: NodeID) -> NodeID? {
        guard isControl(trigger) else { return trigger }
        return document.ancestors(of: trigger).first { document.isElement($0) && isMessage($0) }
    }

    private func isControl(_ node: NodeID) -> Bool {
        document.controlKind(of: node) != nil || document.isLink(node)
            || document.attribute("role", of: node) == "button"
    }

    private func isMessage(_ node: NodeID) -> Bool {
        switch document.attribute("role", of: node) {
        case "alert", "status", "alertdialog": return true
        case _: break
        }
        let id = document.attribute("id", of: node) ?? ""
        if id.hasPrefix("flash-") || id == "flash" { return true }
        let classes = document.attribute("class", of: node) ?? ""
        return classes.split(separator: " ").contains { $0 == "flash" || $0.hasPrefix("flash-") || $0 == "alert" }
    }

    /// The text of a banner; the cross of its close button is none of it.
    private func text(of panel: NodeID, without trigger: NodeID) -> String {
        guard panel != trigger else { return document.textContent(of: panel).foldingWhitespace() }
        var text = ""
        for node in document.descendants(of: panel) where document.isText(node) && !document.contains(trigger, node) {
            text += document.text(of: node)
        }
        return text.foldingWhitespace()
    }
}
