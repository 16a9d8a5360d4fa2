import HTMLTree

/// Where the items of an appended or prepended list belong: those that were there stay behind what they were behind, and
/// new ones come last or first (`DOMPostMorphRestorer` in phoenix_live_view).
struct ItemOrder {
    private let container: NodeID
    private let prepends: Bool
    /// The items that stay, each with the element before it.
    private var kept: [(id: String, previous: String?)] = []
    private var added: [String] = []

    init(of old: NodeID, with new: NodeID, prepends: Bool, in document: Document) {
        container = old
        self.prepends = prepends
        func ids(below node: NodeID) -> [String] {
            document.children(of: node).filter(document.isElement).map { document.attribute("id", of: $0) ?? "" }
        }
        let (before, after) = (ids(below: old), ids(below: new))
        for (index, id) in before.enumerated() where !id.isEmpty && after.contains(id) {
            let previous = index > 0 ? before[index - 1] : ""
            kept.append((id, previous.isEmpty ? nil : previous))
        }
        added = after.filter { !$0.isEmpty && !before.contains($0) }
    }

    /// Puts the items in order.
    func restore(in patch: Patch) {
        let document = patch.document
        guard document.isAlive(container), document.isConnected(container) else { return }
        for item in kept {
            guard let element = document.element(withID: item.id) else { continue }
            let present = document.previousElement(of: element)
            if let previous = item.previous {
                guard let place = document.element(withID: previous), present != place,
                    let parent = document.parent(of: place)
                else { continue }
                patch.put(element, into: parent, before: document.nextSibling(of: place))
            } else if present != nil {
                patch.put(element, into: container, before: document.firstChild(of: container))
            }
        }
        guard prepends else { return }
        for id in added.reversed() {
            guard let element = document.element(withID: id) else { continue }
            patch.put(element, into: container, before: document.firstChild(of: container))
        }
    }
}
