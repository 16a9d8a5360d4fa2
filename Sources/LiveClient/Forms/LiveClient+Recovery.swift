import HTMLTree
import LiveProtocol
import OrderedCollections

extension LiveClient {
    /// Sends what was typed into a view's forms again after it was joined again, before its new HTML is shown
    /// (CLIENT.md 17).
    ///
    /// - Parameters:
    ///   - fragment: The new HTML.
    ///   - done: Runs when all answers are there.
    func recoverForms(of view: ViewChannel, in fragment: NodeID, _ done: @escaping () -> Void) {
        guard view.joinCount > 1, document.isAlive(view.container) else { return done() }
        var waiting = 0
        var hasAsked = false
        let finish = {
            waiting -= 1
            if hasAsked, waiting == 0 { done() }
        }
        for form in ownedElements(of: view) where document.name(of: form) == "form" {
            guard let event = recovery(of: form, in: fragment, view: view) else { continue }
            for input in liveFileInputs(of: form) { clearFiles(of: input) }
            waiting += 1
            let mark = nextMark(of: view)
            push(.event(event), to: view, mark: mark, deliver: { _ in finish() })
        }
        hasAsked = true
        if waiting == 0 { done() }
    }

    /// The push that brings back a form's fields; nil when it is not to be recovered.
    private func recovery(of form: NodeID, in fragment: NodeID, view: ViewChannel) -> EventPush? {
        guard let id = document.attribute("id", of: form),
            let change = document.attribute("phx-change", of: form),
            document.attribute("phx-auto-recover", of: form) != "ignore",
            let new = element(withID: id, in: fragment),
            document.attribute("phx-change", of: new) == change
        else { return nil }
        let inputs = document.controls(of: form).filter {
            document.attribute("name", of: $0)?.isEmpty == false && document.attribute("phx-change", of: $0) == nil
        }
        guard let source = inputs.first(where: { document.controlKind(of: $0) != .hidden }) ?? inputs.first else {
            return nil
        }
        let binding = document.attribute("phx-auto-recover", of: new) ?? change
        var command = JSPush(event: binding)
        if binding.hasPrefix("[") {
            guard let commands = try? JSCommand.list(parsing: binding), case .push(let push)? = commands.first else {
                report(.invalidCommands, "the form \(words(for: form)) cannot be recovered: its binding pushes nothing")
                return nil
            }
            command = push
        }
        var meta: OrderedDictionary<String, JSONValue> = [
            "_target": .string(document.attribute("name", of: source) ?? "undefined")
        ]
        for attribute in document.attributes(of: new) where attribute.name.hasPrefix("phx-value-") {
            meta[String(attribute.name.dropFirst("phx-value-".count))] = .string(attribute.value)
        }
        meta.merge(command.value ?? [:]) { _, last in last }
        return EventPush(
            type: "form", event: command.event,
            value: .form(serialization().text(of: form, submitter: nil, marksUnused: true)), meta: meta, uploads: [:],
            component: component(of: command, new, in: fragment))
    }

    /// An element of new HTML, in the content of a portal too.
    private func element(withID id: String, in fragment: NodeID) -> NodeID? {
        for node in document.elements(below: fragment) {
            if document.attribute("id", of: node) == id { return node }
            if document.hasAttribute("data-phx-portal", of: node), let content = document.templateContent(of: node),
                let found = element(withID: id, in: content)
            {
                return found
            }
        }
        return nil
    }

    /// The component that a form in new HTML means.
    private func component(of command: JSPush, _ form: NodeID, in fragment: NodeID) -> Int? {
        switch command.target {
        case .component(let cid): return cid
        case .selector(let selector): return component(matching: selector, in: fragment)
        case nil: break
        }
        guard let target = document.attribute("phx-target", of: form) else { return nil }
        return Int(target) ?? component(matching: target, in: fragment)
    }

    private func component(matching text: String, in fragment: NodeID) -> Int? {
        guard let node = selector(text).flatMap({ document.first($0, below: fragment) }) else { return nil }
        return ([node] + document.ancestors(of: node)).lazy.compactMap {
            self.document.attribute("data-phx-component", of: $0).flatMap { Int($0) }
        }.first
    }
}
