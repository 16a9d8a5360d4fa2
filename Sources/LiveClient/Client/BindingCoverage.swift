import Basics
import HTMLTree

/// Notes which bindings the pages of one window have, and which of them ever run.
///
/// Pages are looked through now and then, and then at what has changed since only; what has come and gone in between was
/// never there, unless it ran.
package final class BindingCoverage {
    package struct Found: Sendable {
        /// The first element that had it, for people.
        package internal(set) var example: String
        package internal(set) var isUsed: Bool
    }

    /// What differs in each row of a long list must not take memory without bound.
    private static let limit = 20_000

    package private(set) var bindings: [PageBinding: Found] = [:]
    /// Whether there were more of them than are kept.
    package private(set) var isCut = false
    private weak var document: Document?
    /// The revision of that document up to which it was looked through.
    private var revision: UInt64 = 0
    private var path = ""
    private weak var view: ViewChannel?

    package init() {}

    /// Looks at what has changed in a window's page since the last call.
    package func look(at client: LiveClient) {
        let document = client.document
        if document !== self.document {
            self.document = document
            revision = 0
        }
        guard document.revision(of: document.root) > revision else { return }
        let path = path(of: client)
        if revision > 0, let changes = document.changes(since: revision) {
            var seen: Set<NodeID> = []
            for change in changes where change.kind != .children && document.isAlive(change.node) {
                guard document.isConnected(change.node), seen.insert(change.node).inserted else { continue }
                look(at: change.node, client, path)
                guard change.kind == .placed else { continue }
                for node in document.elements(below: change.node) { look(at: node, client, path) }
            }
        } else {
            walk(client, path)
        }
        revision = document.checkpoint()
    }

    /// Looks through the parts of the page that changed.
    private func walk(_ client: LiveClient, _ path: String) {
        let document = client.document
        var pending = [(node: document.root, isPlaced: false)]
        while let (node, isInPlaced) = pending.popLast() {
            let isPlaced = isInPlaced || document.placedRevision(of: node) > revision
            guard isPlaced || document.revision(of: node) > revision else { continue }
            look(at: node, client, path)
            var child = document.lastChild(of: node)
            while let next = child {
                pending.append((next, isPlaced))
                child = document.previousSibling(of: next)
            }
        }
    }

    private func look(at node: NodeID, _ client: LiveClient, _ path: String) {
        let document = client.document
        guard document.isElement(node) else { return }
        for attribute in document.attributes(of: node) {
            guard let kind = Self.kind(of: attribute.name) else { continue }
            switch kind {
            case .event:
                // To take a message away is the engine's own event, and the same on each page.
                guard !attribute.value.isEmpty, ClearFlash(binding: attribute.value) == nil else { continue }
                note(kind, attribute.value, of: node, on: document, path)
            case .hook: lookAtHook(of: node, client, path)
            case .link:
                guard let address = document.attribute("href", of: node) else { continue }
                note(
                    .link(attribute.value), client.page.url.resolve(address).reference, of: node, on: document, path)
            }
        }
    }

    /// A hook that has nothing to listen to has done all that it does when it was mounted.
    private func lookAtHook(of node: NodeID, _ client: LiveClient, _ path: String) {
        guard let name = client.document.hookName(of: node), !name.hasPrefix("Phoenix.") else { return }
        let isDone = client.hooks.has(node) && !client.hooks.isListening(node)
        note(.hook, name, of: node, on: client.document, path, isUsed: isDone)
    }

    private func note(
        _ kind: PageBinding.Kind, _ value: String, of node: NodeID, on document: Document, _ path: String,
        isUsed: Bool = false
    ) {
        let binding = PageBinding(kind: kind, path: path, element: document.name(of: node), value: value)
        if let index = bindings.index(forKey: binding) {
            if isUsed { bindings.values[index].isUsed = true }
        } else if bindings.count < Self.limit {
            bindings[binding] = Found(example: document.example(of: node), isUsed: isUsed)
        } else {
            isCut = true
        }
    }

    /// The path of the page when its view was joined: it is the same view though the person goes from row to row.
    private func path(of client: LiveClient) -> String {
        guard let main = client.views.main else { return client.page.url.path }
        if view !== main {
            view = main
            path = client.page.url.resolve(main.firstAddress).path
        }
        return path
    }

    // MARK: What runs

    /// A binding of an element runs.
    ///
    /// - Parameter context: Where it runs, and at what type of event.
    func ran(_ value: String, in context: CommandContext, of client: LiveClient) {
        let document = client.document
        guard document.isAlive(context.source), ClearFlash(binding: value) == nil else { return }
        var nodes = [context.source]
        if let form = context.form, !form.isOfInput, form.form != context.source { nodes.append(form.form) }
        for node in nodes where document.isAlive(node) {
            for attribute in document.attributes(of: node) where attribute.value == value {
                guard let kind = Self.kind(of: attribute.name), case .event = kind,
                    Self.isBinding(attribute.name, of: context.type)
                else { continue }
                note(kind, value, of: node, on: document, path(of: client), isUsed: true)
            }
        }
    }

    /// A live link is followed.
    func followed(_ link: LiveLink, of client: LiveClient) {
        note(
            .link(link.kind), client.page.url.resolve(link.href).reference, of: link.element, on: client.document,
            path(of: client), isUsed: true)
    }

    /// The hook of an element pushes, or hears what it listens to.
    func acted(hookOf node: NodeID, of client: LiveClient) {
        guard client.document.isAlive(node), let name = client.document.hookName(of: node) else { return }
        note(.hook, name, of: node, on: client.document, path(of: client), isUsed: true)
    }

    // MARK: What counts

    private static func kind(of attribute: String) -> PageBinding.Kind? {
        guard attribute.utf8.first == UInt8(ascii: "p") || attribute.utf8.first == UInt8(ascii: "d") else { return nil }
        switch attribute {
        case BindingName.click, BindingName.clickAway, BindingName.change, BindingName.submit, BindingName.keydown,
            BindingName.keyup, BindingName.windowKeydown, BindingName.windowKeyup, BindingName.windowFocus,
            BindingName.windowBlur, BindingName.viewportTop, BindingName.viewportBottom, "phx-focus", "phx-blur":
            return .event(attribute: attribute)
        case BindingName.hook: return .hook
        case ViewAttribute.link: return .link("")
        default: return nil
        }
    }

    /// Whether an attribute's binding runs at a type of event.
    private static func isBinding(_ attribute: String, of type: String?) -> Bool {
        switch type {
        case nil: false
        case "js"?: attribute == BindingName.viewportTop || attribute == BindingName.viewportBottom
        case let type?:
            attribute == "phx-\(type)" || attribute == "phx-window-\(type)" || attribute == "phx-\(type)-away"
        }
    }
}

extension Document {
    /// How much is shown of an element's name, in characters.
    private static let exampleLimit = 40

    /// An element in words: what tells it from others of its page to a person.
    fileprivate func example(of node: NodeID) -> String {
        var name = accessibleName(of: node)
        let isForm = self.name(of: node) == "form"
        // What is no button may be made one by its binding, and is known by its text; what holds more than text is not.
        if name.isEmpty, children(of: node).allSatisfy(isText) { name = nameText(of: node) }
        if !name.isEmpty, !isForm {
            return name.count > Self.exampleLimit ? name.prefix(Self.exampleLimit) + "…" : name
        }
        if let id = attribute("id", of: node), !id.isEmpty { return "#\(id)" }
        return attribute("name", of: node) ?? ""
    }
}
