import HTMLTree

/// The names in an element's `class`.
enum ClassList {
    static func names(of node: NodeID, in document: Document) -> [Substring] {
        guard let text = document.attribute("class", of: node) else { return [] }
        return text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.compactMap(Substring.init)
    }

    static func contains(_ name: String, in document: Document, of node: NodeID) -> Bool {
        names(of: node, in: document).contains { $0 == name }
    }

    static func add(_ name: String, to node: NodeID, in document: Document) {
        let present = names(of: node, in: document)
        guard !present.contains(where: { $0 == name }) else { return }
        let text = present.isEmpty ? name : present.joined(separator: " ") + " " + name
        document.setAttribute("class", to: text, of: node)
    }

    /// Removes names, and the attribute with the last.
    static func remove(from node: NodeID, in document: Document, where isMeant: (Substring) -> Bool) {
        let present = names(of: node, in: document)
        let rest = present.filter { !isMeant($0) }
        guard rest.count < present.count else { return }
        if rest.isEmpty {
            document.removeAttribute("class", of: node)
        } else {
            document.setAttribute("class", to: rest.joined(separator: " "), of: node)
        }
    }

    /// Adds and removes names.
    ///
    /// - Parameter keepsAttribute: Whether the attribute stays when the last name goes, as it does at commands.
    static func change(
        of node: NodeID, in document: Document, adding added: some Sequence<String>,
        removing removed: some Sequence<String>, keepsAttribute: Bool = false
    ) {
        let before = names(of: node, in: document).map(String.init)
        let removed = Set(removed)
        var after = before.filter { !removed.contains($0) }
        for name in added where !after.contains(name) { after.append(name) }
        guard after != before else { return }
        if after.isEmpty, !keepsAttribute {
            document.removeAttribute("class", of: node)
        } else {
            document.setAttribute("class", to: after.joined(separator: " "), of: node)
        }
    }
}
