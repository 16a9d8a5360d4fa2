import HTMLTree
import OrderedCollections

/// What a page would need JavaScript for, each named once, for whoever wonders why nothing happens.
package struct ScriptNeeds: Hashable, Sendable {
    /// The hooks of `phx-hook` that no Swift stands in for.
    package var hooks: OrderedSet<String>
    /// How many scripts stand in the page's body itself.
    package var inlineScripts: Int
    /// The attributes such as `onclick` that hold scripts.
    package var handlers: OrderedSet<String>

    package var isEmpty: Bool { hooks.isEmpty && inlineScripts == 0 && handlers.isEmpty }

    init(hooks: OrderedSet<String>, of document: Document) {
        self.hooks = hooks
        inlineScripts = 0
        handlers = []
        for node in document.elements(below: document.root) {
            if document.name(of: node) == "script" {
                let isData = document.attribute("type", of: node).map { $0.hasSuffix("json") } ?? false
                if !isData, !document.hasAttribute("src", of: node),
                    document.ancestors(of: node).contains(where: {
                        document.name(of: $0) == "body"
                    })
                {
                    inlineScripts += 1
                }
            }
            for attribute in document.attributes(of: node) where attribute.name.hasPrefix("on") {
                handlers.append(attribute.name)
            }
        }
    }
}
