import Basics

extension Document {
    /// Whether the markup alone keeps an element from being shown: by itself or by something around it it is `hidden`,
    /// styled `display:none`, of a kind that shows nothing, or in closed `details`.
    package func isHiddenByMarkup(_ node: NodeID) -> Bool {
        if isElement(node), hidesItself(node) { return true }
        var child = node
        for ancestor in ancestors(of: node) where isElement(ancestor) {
            if hidesItself(ancestor) || hides(ancestor, child) { return true }
            child = ancestor
        }
        return false
    }

    /// Whether an element by itself shows nothing, whatever is around it: a `display` of its own style counts more than
    /// the `hidden` attribute and what is usual for its kind.
    func hidesItself(_ node: NodeID) -> Bool {
        if let display = attribute("style", of: node).flatMap(Self.display) {
            return display == "none" || controlKind(of: node) == .hidden
        }
        if hasAttribute("hidden", of: node) { return true }
        guard namespace(of: node) == .html else { return false }
        let name = name(of: node)
        // Many names are shorter than all of these.
        guard name.utf8.count >= 4 else { return false }
        switch name {
        case "head", "title", "meta", "link", "base", "style", "script", "noscript", "template", "datalist", "param",
            "source", "track", "area":
            return true
        case "input": return controlKind(of: node) == .hidden
        case "dialog": return !hasAttribute("open", of: node)
        default: return false
        }
    }

    /// Whether an element hides one of its children: closed `details` hide all but their first `summary`.
    func hides(_ parent: NodeID, _ child: NodeID) -> Bool {
        isHTML(parent, "details") && !hasAttribute("open", of: parent) && summary(of: parent) != child
    }

    /// The element that opens and closes `details`.
    func summary(of details: NodeID) -> NodeID? { children(of: details).first { isHTML($0, "summary") } }

    /// What a `style` sets `display` to, in lower case; of several declarations the last counts.
    private static func display(in style: String) -> String? {
        guard ASCIIText.contains("display", in: style, ignoringCase: true) else { return nil }
        let last = style.split(separator: ";").last { declaration in
            let name = declaration.prefix { $0 != ":" }
            return ASCIIText.equal(name.foldingWhitespace(), "display", ignoringCase: true)
        }
        let value = last?.drop { $0 != ":" }.dropFirst().prefix { $0 != "!" }.foldingWhitespace().lowercased()
        return value?.isEmpty == false ? value : nil
    }
}
