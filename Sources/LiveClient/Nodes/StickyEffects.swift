import HTMLTree
import OrderedCollections

/// The effects of commands on one element, which every patch re-applies to what the server says.
///
/// They are done in the order in which each kind first came (`DOM.putSticky` in phoenix_live_view's dom.ts).
struct StickyEffects {
    private enum Kind {
        case display
        case classes
        case attributes
    }

    private var order: [Kind] = []

    /// The inline `display`; an empty string takes it away.
    private(set) var display: String?
    private(set) var addedClasses: [String] = []
    private(set) var removedClasses: [String] = []
    private var setAttributes: OrderedDictionary<String, String> = [:]
    private var removedAttributes: OrderedSet<String> = []

    var isEmpty: Bool { order.isEmpty }

    mutating func setDisplay(_ display: String) {
        note(.display)
        self.display = display
    }

    /// Adds and removes classes, given those that the element has now: what it has already is not added for good, and
    /// what it has not is not removed for good.
    mutating func changeClasses(adding added: [String], removing removed: [String], present: [Substring]) {
        note(.classes)
        func isPresent(_ name: String) -> Bool { present.contains { $0 == name } }
        let kept = added.filter { !addedClasses.contains($0) && !isPresent($0) }
        let dropped = removed.filter { !removedClasses.contains($0) && isPresent($0) }
        addedClasses = addedClasses.filter { !removed.contains($0) } + kept
        removedClasses = removedClasses.filter { !added.contains($0) } + dropped
    }

    /// Sets an attribute for good, or removes it for good.
    mutating func setAttribute(_ name: String, to value: String?) {
        note(.attributes)
        setAttributes[name] = nil
        removedAttributes.remove(name)
        if let value { setAttributes[name] = value } else { removedAttributes.append(name) }
    }

    private mutating func note(_ kind: Kind) {
        if !order.contains(kind) { order.append(kind) }
    }

    /// Makes an element look as the effects say.
    func apply(to node: NodeID, in document: Document) {
        for kind in order {
            switch kind {
            case .display: if let display { InlineStyle.setDisplay(display, of: node, in: document) }
            case .classes:
                ClassList.change(
                    of: node, in: document, adding: addedClasses, removing: removedClasses, keepsAttribute: true)
            case .attributes:
                for name in removedAttributes { document.removeAttribute(name, of: node) }
                for (name, value) in setAttributes { document.setAttribute(name, to: value, of: node) }
            }
        }
    }
}
