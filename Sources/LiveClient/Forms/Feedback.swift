import HTMLTree

/// Hides what `phx-feedback-for` says is about a field that nobody has used, as clients before LiveView 1.0 do
/// (TheWire.md, "Dialects").
struct Feedback {
    let document: Document
    let nodes: NodeTable
    let bindings: BindingIndex

    /// Hides all that is about unused fields below an element.
    func hide(below container: NodeID) {
        for (node, isHidden) in answers(below: container) where isHidden { mark(node, isHidden: true) }
    }

    /// Shows all that is about used fields below an element.
    func show(below container: NodeID) {
        for (node, isHidden) in answers(below: container) where !isHidden { mark(node, isHidden: false) }
    }

    /// The elements that tell of fields, and whether they are to be hidden.
    private func answers(below container: NodeID) -> [(node: NodeID, isHidden: Bool)] {
        let tellers = bindings.elements(.feedback).filter { document.contains(container, $0) }
        guard !tellers.isEmpty else { return [] }
        let used = usedNames(below: container)
        return tellers.map { node in
            let name = document.attribute(BindingName.feedbackFor, of: node) ?? ""
            return (node, !name.isEmpty && !used.contains(name))
        }
    }

    /// The names and groups of controls that a person has used; those of lists without their brackets too.
    private func usedNames(below container: NodeID) -> Set<String> {
        var names: Set<String> = []
        // What was used is remembered: a page of any size is not walked for it.
        for (node, state) in nodes.states
        where state.isUsed && document.isAlive(node) && document.contains(container, node) {
            if let name = document.attribute("name", of: node) {
                names.insert(name)
                if name.hasSuffix("[]") { names.insert(String(name.dropLast(2))) }
            }
            if let group = document.attribute(BindingName.feedbackGroup, of: node) { names.insert(group) }
        }
        return names
    }

    private func mark(_ node: NodeID, isHidden: Bool) {
        document.withoutEdits {
            ClassList.change(
                of: node, in: document, adding: isHidden ? [StateClass.noFeedback] : [],
                removing: isHidden ? [] : [StateClass.noFeedback])
        }
    }
}
