import HTMLTree
import LiveProtocol

extension LiveClient {
    private static let ownAttributes: Set<String> = [
        "id", ViewAttribute.session, ViewAttribute.staticToken, ViewAttribute.main, ViewAttribute.rootID,
    ]

    /// Gives the element that a view is in another tag and other attributes, but for those that make it the view's
    /// (WIRE.md 2).
    func put(_ view: ViewChannel, in container: ViewContainer) {
        let old = view.container
        let own = document.attributes(of: old).filter { Self.ownAttributes.contains($0.name) }
        let given = container.attributes.filter { !Self.ownAttributes.contains($0.key.lowercased()) }
            .map { Attribute(name: $0.key.lowercased(), value: $0.value) }
        guard document.name(of: old) != container.tag.lowercased() else {
            for attribute in document.attributes(of: old) where !Self.ownAttributes.contains(attribute.name) {
                document.removeAttribute(attribute.name, of: old)
            }
            for attribute in given { document.setAttribute(attribute.name, to: attribute.value, of: old) }
            return
        }
        let new = document.createElement(container.tag.lowercased(), attributes: own + given)
        for child in Array(document.children(of: old)) { document.append(child, to: new) }
        view.container = new
        if let parent = document.parent(of: old) { document.insert(new, into: parent, before: old) }
        free(old)
    }
}
