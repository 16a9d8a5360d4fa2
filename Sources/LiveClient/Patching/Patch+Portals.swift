import HTMLTree

/// What portals show elsewhere on the page.
extension Patch {
    private static let depthLimit = 5

    /// Shows the contents of the portals that the patch reached, and of portals in those.
    func teleportAll() {
        for _ in 0..<Self.depthLimit where !portals.isEmpty {
            let present = portals
            portals = []
            for portal in present where document.isAlive(portal.template) { teleport(portal.template, portal.source) }
        }
        for content in page.portalContents where document.isAlive(content) {
            let source = document.attribute(ViewAttribute.teleportedSource, of: content) ?? ""
            if nodes[content].portalView == view.id, document.element(withID: source) == nil {
                removeContent(content)
            }
        }
    }

    /// Takes away what the template of a portal shows.
    func removeContent(ofPortal template: NodeID) {
        guard let content = nodes[template].portalContent, document.isAlive(content) else { return }
        removeContent(content)
    }

    private func removeContent(_ content: NodeID) {
        page.portalContents.remove(content)
        removeNow(content)
    }

    /// - Parameters:
    ///   - template: The portal, which may be in the private copy of something locked.
    ///   - source: What it was made like.
    private func teleport(_ template: NodeID, _ source: NodeID) {
        guard let selector = document.attribute(ViewAttribute.portal, of: source),
            let contents = document.templateContent(of: source)
        else { return }
        guard let target = page.search.all(selector).first else {
            return page.log.report(
                .portal,
                "no element fits \"\(selector)\", the target of the portal \(document.words(for: source))")
        }
        let roots = document.children(of: contents).filter(document.isElement)
        guard let root = roots.first, !document.hasAttribute(ViewAttribute.skip, of: root) else { return }
        guard roots.count == 1, let id = document.attribute("id", of: root), !id.isEmpty else {
            return page.log.report(
                .portal, "the portal \(document.words(for: source)) must hold exactly one element, which has an id")
        }
        let name = document.attribute("id", of: source) ?? ""
        let new = document.copy(root)
        replaced.append(new)
        document.setAttribute(ViewAttribute.teleported, to: view.id, of: new)
        document.setAttribute(ViewAttribute.teleportedSource, to: name, of: new)
        let content: NodeID
        if let shown = document.element(withID: id) {
            content = shown
            if !document.contains(target, shown) { put(shown, into: target, before: nil) }
        } else {
            content = document.createElement(document.name(of: new))
            document.insert(content, into: target, before: nil)
        }
        let shownTemplate = document.element(withID: name) ?? template
        nodes[content].portalSource = shownTemplate
        nodes[content].portalView = view.id
        nodes[shownTemplate].portalContent = content
        page.portalContents.append(content)
        runApart { morph(content, with: new, scope: content) }
    }
}
