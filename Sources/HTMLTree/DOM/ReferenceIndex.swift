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

/// Finds elements by the value of one attribute.
struct AttributeIndex {
    /// The elements that have one value; nearly always there is just one.
    private struct Holders {
        var first: NodeID
        var others: [NodeID] = []
    }

    private var holders: [String: Holders] = [:]

    mutating func add(_ node: NodeID, under value: String) {
        if holders[value] == nil {
            holders[value] = Holders(first: node)
        } else {
            holders[value]?.others.append(node)
        }
    }

    mutating func remove(_ node: NodeID, under value: String) {
        guard var found = holders[value] else { return }
        if found.first != node {
            found.others.removeAll { $0 == node }
        } else if let next = found.others.popLast() {
            found.first = next
        } else {
            holders[value] = nil
            return
        }
        holders[value] = found
    }

    /// All elements that have the value, connected or not, in no order.
    func nodes(under value: String) -> [NodeID] {
        guard let found = holders[value] else { return [] }
        return [found.first] + found.others
    }

    /// The one element that has the value; nil when there is none or there are several.
    func onlyNode(under value: String) -> NodeID? {
        guard let found = holders[value], found.others.isEmpty else { return nil }
        return found.first
    }
}
