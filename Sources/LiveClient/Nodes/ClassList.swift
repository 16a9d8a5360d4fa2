import HTMLTree

/// The names in an element's `class`.
enum ClassList {
    static func names(of node: NodeID, in document: Document) -> [Substring] {
        document.attribute("class", of: node).map(names) ?? []
    }

    private static func names(in text: String) -> [Substring] {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        guard text.utf8.contains(where: isSpace) else { return text.isEmpty ? [] : [text[...]] }
        return text.utf8.split(whereSeparator: isSpace).compactMap(Substring.init)
    }

    static func contains(_ name: String, in document: Document, of node: NodeID) -> Bool {
        names(of: node, in: document).contains { $0 == name }
    }

    /// Adds a name to the class among some attributes.
    ///
    /// - Returns: Whether it was not there.
    static func add(_ name: String, to attributes: inout [Attribute]) -> Bool {
        let present = attributes["class"].map(names) ?? []
        guard !present.contains(where: { $0 == name }) else { return false }
        attributes["class"] = present.isEmpty ? name : present.joined(separator: " ") + " " + name
        return true
    }

    /// Whether a `class` is as it would be written from its names.
    static func isPlain(_ text: String?) -> Bool {
        guard let text else { return true }
        return !text.isEmpty && names(in: text).joined(separator: " ") == text
    }

    /// Removes names from the class among some attributes, and the attribute with the last.
    static func remove(from attributes: inout [Attribute], where isMeant: (Substring) -> Bool) {
        guard let present = attributes["class"].map(names), present.contains(where: isMeant) else { return }
        let rest = present.filter { !isMeant($0) }
        attributes["class"] = rest.isEmpty ? nil : rest.joined(separator: " ")
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
