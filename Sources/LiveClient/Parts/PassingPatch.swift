import HTMLTree

/// What a patch does to elements that it passes by because nothing changed in them, as a patch of the whole view would.
struct PassingPatch {
    private let patch: Patch
    private let reach: PatchReach
    private let page: PatchedPage
    private let document: Document

    init(_ patch: Patch, in reach: PatchReach, on page: PatchedPage) {
        self.patch = patch
        self.reach = reach
        self.page = page
        document = page.document
    }

    /// Lets fields that a person changed follow their view again, where nothing else changed in them.
    func visitControls(except whole: Set<NodeID>) {
        guard !document.changedControls.isEmpty else { return }
        var controls: Set<NodeID> = []
        for node in document.changedControls where document.isAlive(node) {
            controls.insert(document.name(of: node) == "option" ? document.select(of: node) ?? node : node)
        }
        for control in controls
        where reach.contains(control) && !patch.matched.contains(control)
            && !document.inclusiveAncestors(of: control).contains(where: whole.contains)
        {
            if let target = patch.update(control, with: control) { patch.finishControl(target, like: control) }
        }
    }

    /// Tells hooks of a patch that passes by their elements, as a browser does where it does not find what it expects.
    func visitHooks() {
        guard !page.hooks.isEmpty else { return }
        let hooked = page.hooks.elements.filter { node in
            !patch.isGoing(node) && !patch.notedHooks.contains(node) && !patch.matched.contains(node)
                && document.isConnected(node) && page.views.owns(patch.view, node) && reach.contains(node)
                && !patch.isIgnored(node) && reach.holdsForeign(node)
        }
        for node in hooked.sorted(by: document.precedes) { patch.noteHook(of: node) }
    }

    /// Takes the text between the items of streams away, where a patch brings nothing for them.
    func tidyStreams(except changed: Set<NodeID>) {
        guard !page.untidyStreams.isEmpty else { return }
        for node in page.untidyStreams where !document.isAlive(node) { page.untidyStreams.remove(node) }
        for node in page.untidyStreams where reach.contains(node) {
            guard !document.inclusiveAncestors(of: node).contains(where: changed.contains) else { continue }
            let children = Array(document.children(of: node))
            guard children.allSatisfy({ !document.isElement($0) || page.nodes.state(of: $0)?.stream != nil }) else {
                continue
            }
            page.untidyStreams.remove(node)
            for child in children where !document.isElement(child) { document.remove(child) }
        }
    }
}
