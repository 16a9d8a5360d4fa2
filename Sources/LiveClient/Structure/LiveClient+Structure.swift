import HTMLTree

extension LiveClient {
    /// Looks for mistakes in a view's HTML that would show later as puzzles.
    func checkStructure(of view: ViewChannel) {
        var seen: Set<String> = []
        for node in document.elements(below: document.root) {
            if let id = document.attribute("id", of: node), !seen.insert(id).inserted {
                report(.duplicateID, "more than one element has the id \"\(id)\"", severity: .warning)
            }
        }
        for node in ownedElements(of: view) {
            if document.name(of: node) == "form", document.hasAttribute(BindingName.change, of: node),
                document.attribute("id", of: node) == nil
            {
                report(
                    .formWithoutID,
                    "the form \(words(for: node)) has phx-change but no id; without one it cannot be recovered",
                    severity: .warning)
            }
            if document.attribute(BindingName.update, of: node) == "stream" { checkStream(node) }
            if document.attribute("name", of: node) == "id", document.form(of: node) != nil,
                document.controlKind(of: node) != nil
            {
                report(
                    .inputNamedID, "\(words(for: node)) is named \"id\", which hides its form's own id from scripts",
                    severity: .warning)
            }
        }
    }

    private func checkStream(_ container: NodeID) {
        if document.attribute("id", of: container) == nil {
            report(.missingID, "\(words(for: container)) has phx-update=\"stream\" but no id")
        }
        for child in document.children(of: container)
        where document.isElement(child) && document.attribute("id", of: child) == nil {
            report(
                .streamChildWithoutID,
                "a child \(words(for: child)) of the stream \(words(for: container)) has no id; give each child one")
        }
    }
}
