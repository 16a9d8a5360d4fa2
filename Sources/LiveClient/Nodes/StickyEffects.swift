import HTMLTree
import OrderedCollections

/// The effects of commands on one element, which every patch re-applies to what the server says (JS_COMMANDS.md 4).
struct StickyEffects {
    /// The inline `display`; an empty string takes it away.
    var display: String?
    var addedClasses: OrderedSet<String> = []
    var removedClasses: OrderedSet<String> = []
    /// The values of attributes that were set; nil for those that were removed.
    var attributes: OrderedDictionary<String, String?> = [:]

    var isEmpty: Bool {
        display == nil && addedClasses.isEmpty && removedClasses.isEmpty && attributes.isEmpty
    }

    /// Makes an element look as the effects say.
    func apply(to node: NodeID, in document: Document) {
        guard !isEmpty else { return }
        if let display { InlineStyle.setDisplay(display, of: node, in: document) }
        if !addedClasses.isEmpty || !removedClasses.isEmpty {
            ClassList.change(of: node, in: document, adding: addedClasses, removing: removedClasses)
        }
        for (name, value) in attributes {
            if let value {
                document.setAttribute(name, to: value, of: node)
            } else {
                document.removeAttribute(name, of: node)
            }
        }
    }
}
