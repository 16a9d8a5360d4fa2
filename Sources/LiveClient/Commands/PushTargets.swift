import HTMLTree
import LiveProtocol

/// Finds out whom an event is pushed to: by the command, the element, or its place on the page
/// (TheClientsRules.md, "Targets").
struct PushTargets {
    let document: Document
    let views: PageViews
    let search: ElementSearch
    let log: ClientLog

    func targets(of command: JSPush, in context: CommandContext) -> [PushTarget] {
        var holder = context.source
        if let form = context.form, form.kind == .change { holder = form.isOfInput ? context.source : form.form }
        switch command.target {
        case .component(let cid): return target(component: cid, near: context.source)
        case .selector(let selector): return targets(of: selector, from: context.source)
        case nil: break
        }
        guard let text = document.attribute(BindingName.target, of: holder) else {
            return views.view(owning: context.source).map { [PushTarget(view: $0)] } ?? []
        }
        if let cid = Int(text) { return target(component: cid, near: context.source) }
        var found = targets(of: text, from: context.source)
        // Only a form's own target reaches a component through a selector.
        if let form = context.form, form.isOfInput, !document.hasAttribute(BindingName.target, of: form.form) {
            for place in found.indices { found[place].component = nil }
        }
        return found
    }

    private func target(component cid: Int, near source: NodeID) -> [PushTarget] {
        guard let view = views.view(owning: source) else { return [] }
        guard views.element(ofComponent: cid, in: view) != nil else {
            log.report(
                .targetWithoutMatch,
                "no component found matching phx-target of \(cid) on \(document.words(for: source))")
            return []
        }
        return [PushTarget(view: view, component: cid)]
    }

    /// The views and components that own the matches of a selector, one for each match.
    func targets(of selector: String, from source: NodeID) -> [PushTarget] {
        let found = search.all(selector)
        if found.isEmpty {
            log.report(
                .targetWithoutMatch,
                "nothing found matching the phx-target selector \"\(selector)\" of \(document.words(for: source))")
        }
        return found.compactMap { node in
            views.view(owning: node).map {
                PushTarget(view: $0, component: views.component(at: node, of: $0), element: node)
            }
        }
    }

    /// Whom a hook's event is for.
    func targets(of target: HookTarget, from source: NodeID) -> [PushTarget] {
        switch target {
        case .owner: views.view(owning: source).map { [PushTarget(view: $0)] } ?? []
        case .selector(let selector): targets(of: selector, from: source)
        case .node(let node):
            document.isAlive(node)
                ? views.view(owning: node).map {
                    [PushTarget(view: $0, component: views.component(at: node, of: $0), element: node)]
                } ?? [] : []
        }
    }
}
