import HTMLTree

extension LiveClient {
    /// Moves the content of a portal's template to where it is to be shown, or patches what is shown there already
    /// (CLIENT.md 14).
    func teleport(_ template: NodeID, of view: ViewChannel) {
        guard let selector = document.attribute("data-phx-portal", of: template),
            let content = document.templateContent(of: template)
        else { return }
        guard let target = matches(selector, below: document.root).first else {
            report(.portal, "no element fits \"\(selector)\", the target of the portal \(words(for: template))")
            return
        }
        let roots = document.children(of: content).filter { document.isElement($0) }
        guard roots.count == 1, document.attribute("id", of: roots[0]) != nil else {
            report(.portal, "the portal \(words(for: template)) must hold exactly one element, which has an id")
            return
        }
        let new = document.copy(roots[0])
        document.setAttribute("data-phx-teleported", to: view.id, of: new)
        document.setAttribute(
            "data-phx-teleported-src", to: document.attribute("id", of: template) ?? "", of: new)
        if let shown = page.nodes[template].portalContent, document.isAlive(shown) {
            if document.parent(of: shown) != target {
                focusLeaves(shown)
                document.withoutEdits { document.append(shown, to: target) }
            }
            let patch = Patch(self, view: view, top: shown)
            document.withoutEdits { patch.run(replacingWith: new) }
            document.remove(new)
            conclude(patch)
        } else {
            page.nodes[new].portalSource = template
            page.nodes[template].portalContent = new
            document.withoutEdits { document.append(new, to: target) }
            let patch = Patch(self, view: view, top: target)
            patch.noteArrival(of: new)
            conclude(patch)
        }
    }
}
