import HTMLTree
import LiveProtocol

/// Writes a form's fields as its pushes carry them (TheClientsRules.md, "The fields of a form").
struct FormSerialization {
    let document: Document
    let nodes: NodeTable

    /// The urlencoded fields of a form.
    ///
    /// - Parameters:
    ///   - submitter: The button that causes it, which goes along.
    ///   - only: The one name to send; nil for all.
    ///   - marksUnused: Whether fields that nobody used get an `_unused_` companion.
    func text(of form: NodeID, submitter: NodeID?, only: String? = nil, marksUnused: Bool) -> String {
        let unused =
            marksUnused && !document.hasAttribute(BindingName.noUnusedField, of: form)
            ? unusedNames(of: form, submitter: submitter) : []
        var pairs: [(String, String)] = []
        for field in document.fields(of: form, submitter: submitter) where only == nil || field.name == only {
            if unused.contains(field.name) { pairs.append((Self.unusedName(for: field.name), "")) }
            pairs.append((field.name, field.value))
        }
        return URLEncodedForm.encode(pairs)
    }

    /// The names all of whose controls are unused, and of which at least one is to be seen.
    private func unusedNames(of form: NodeID, submitter: NodeID?) -> Set<String> {
        var used: Set<String> = []
        var shown: Set<String> = []
        if let name = submitter.flatMap({ document.attribute("name", of: $0) }) { used.insert(name) }
        for control in document.controls(of: form) {
            guard let name = document.attribute("name", of: control), !name.isEmpty else { continue }
            if nodes.state(of: control)?.isUsed == true || document.hasAttribute(BindingName.noUnusedField, of: control)
            {
                used.insert(name)
            }
            if document.controlKind(of: control) != .hidden { shown.insert(name) }
        }
        return shown.subtracting(used)
    }

    /// Where `_unused_` stands in a name: before its last part that is no empty bracket.
    static func unusedName(for name: String) -> String {
        var head = Substring(name)
        var tail = ""
        while head.hasSuffix("[]") {
            head = head.dropLast(2)
            tail += "[]"
        }
        if head.hasSuffix("]"), let open = head.lastIndex(of: "[") {
            let key = head[head.index(after: open)...]
            return "\(head[...open])_unused_\(key)\(tail)"
        }
        return "_unused_\(head)\(tail)"
    }
}
