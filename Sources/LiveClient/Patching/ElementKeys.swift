import HTMLTree

/// The elements of a tree by what makes them the same across patches: their id, or else their magic id.
struct ElementKeys {
    private var byID: [String: NodeID] = [:]
    private var byMagicID: [String: NodeID] = [:]

    /// Collects the keys at and below a node; the first of equal ones counts.
    init(of top: NodeID, in document: Document) {
        self.init(of: CollectionOfOne(top), in: document)
    }

    /// Collects the keys at and below several nodes.
    init(of tops: some Sequence<NodeID>, in document: Document) {
        for top in tops {
            collect(top, in: document)
            for node in document.elements(below: top) { collect(node, in: document) }
        }
    }

    private mutating func collect(_ node: NodeID, in document: Document) {
        if let id = document.attribute("id", of: node), !id.isEmpty, byID[id] == nil { byID[id] = node }
        if let id = document.attribute(ViewAttribute.magicID, of: node), byMagicID[id] == nil { byMagicID[id] = node }
    }

    func element(for key: ElementKey) -> NodeID? {
        switch key {
        case .id(let id): byID[id]
        case .magic(let id), .placeholder(let id): byMagicID[id]
        }
    }
}

/// What makes two elements of an old and a new tree the same one (TheClientsRules.md, "Which elements are the same").
enum ElementKey: Hashable {
    case id(String)
    case magic(String)
    /// What stands for the element of this magic id, whatever that one's own key is.
    case placeholder(String)
}
