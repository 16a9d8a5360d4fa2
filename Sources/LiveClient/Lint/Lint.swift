import HTMLTree

/// Looks for mistakes in the HTML of views that would show later as puzzles.
struct Lint {
    let document: Document
    let log: ClientLog

    /// Looks through the whole page, as ids count there, and for other mistakes only in the view that was shown.
    ///
    /// - Parameter isOwned: Whether an element belongs to that view.
    func check(where isOwned: (NodeID) -> Bool) {
        var ids: [String] = []
        var suspects: [NodeID] = []
        for node in document.elements(below: document.root) {
            var isSuspect = document.name(of: node) == "form"
            for attribute in document.attributes(of: node) {
                // Most attributes are known by their first letter to be none of these.
                switch attribute.name.utf8.first {
                case UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "p"): break
                case _: continue
                }
                switch attribute.name {
                case "id": ids.append(attribute.value)
                case "name": isSuspect = isSuspect || attribute.value == "id"
                case BindingName.update: isSuspect = isSuspect || attribute.value == "stream"
                case _: continue
                }
            }
            if isSuspect { suspects.append(node) }
        }
        check(ids)
        for node in suspects where isOwned(node) { check(node) }
    }

    private func check(_ ids: [String]) {
        var seen: Set<String> = []
        seen.reserveCapacity(ids.count)
        for id in ids where !seen.insert(id).inserted {
            log.report(.duplicateID, "more than one element has the id \"\(id)\"", severity: .warning)
        }
    }

    private func check(_ node: NodeID) {
        let isForm = document.name(of: node) == "form"
        if isForm, document.hasAttribute(BindingName.change, of: node), document.attribute("id", of: node) == nil {
            log.report(
                .formWithoutID,
                "the form \(document.words(for: node)) has phx-change but no id; without one it cannot be recovered",
                severity: .warning)
        }
        if document.attribute(BindingName.update, of: node) == "stream" { checkStream(node) }
        if document.attribute("name", of: node) == "id", document.form(of: node) != nil,
            document.controlKind(of: node) != nil
        {
            log.report(
                .inputNamedID,
                "\(document.words(for: node)) is named \"id\", which hides its form's own id from scripts",
                severity: .warning)
        }
    }

    private func checkStream(_ container: NodeID) {
        if document.attribute("id", of: container) == nil {
            log.report(.missingID, "\(document.words(for: container)) has phx-update=\"stream\" but no id")
        }
        for child in document.children(of: container)
        where document.isElement(child) && document.attribute("id", of: child) == nil {
            log.report(
                .streamChildWithoutID,
                "a child \(document.words(for: child)) of the stream \(document.words(for: container)) has no id; "
                    + "give each child one")
        }
    }
}
