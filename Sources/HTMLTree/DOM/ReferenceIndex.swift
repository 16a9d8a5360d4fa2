/// Finds elements by the attributes with which elements refer to each other, so that following a reference costs no walk
/// through the page.
struct ReferenceIndex {
    private var ids = AttributeIndex()
    private var forms = AttributeIndex()
    private var labels = AttributeIndex()

    /// Elements by `id`.
    var byID: AttributeIndex { ids }

    /// Controls by the `form` they name as theirs.
    var byForm: AttributeIndex { forms }

    /// Labels by the control that they are `for`.
    var byLabelTarget: AttributeIndex { labels }

    /// Whether any of the attributes is kept here.
    static func refers(_ attributes: [Attribute]) -> Bool {
        attributes.contains { $0.name == "id" || $0.name == "form" || $0.name == "for" }
    }

    mutating func add(_ node: NodeID, _ attribute: Attribute) {
        switch attribute.name {
        case "id": ids.add(node, under: attribute.value)
        case "form": forms.add(node, under: attribute.value)
        case "for": labels.add(node, under: attribute.value)
        case _: break
        }
    }

    mutating func remove(_ node: NodeID, _ attribute: Attribute) {
        switch attribute.name {
        case "id": ids.remove(node, under: attribute.value)
        case "form": forms.remove(node, under: attribute.value)
        case "for": labels.remove(node, under: attribute.value)
        case _: break
        }
    }
}
