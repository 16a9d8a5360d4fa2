import HTMLTree
import LiveProtocol
import OrderedCollections

/// What was typed into the forms of views that were lost, to be sent again once those have been joined anew
/// (TheClientsRules.md, "Forms after a loss").
final class FormRecovery {
    /// A form as it was filled in when its view was lost, kept until that, or a view nested in it, has been joined again.
    private struct SavedForm {
        var form: NodeID
        /// What `phx-change` said.
        var change: String
        /// The urlencoded fields, those that nobody used marked.
        var fields: String
        /// What `phx-value-` attributes gave.
        var values: EventValues
        /// The attributes of the control that stands for the one that changed.
        var source: [Attribute]

        /// The name that the push tells as what changed.
        var sourceName: String { source.first { $0.name == "name" }?.value ?? "undefined" }
    }

    /// What sends one form again.
    struct Recovery {
        enum Step {
            case push(EventPush)
            /// A command that runs as it stands, on an element that is not on the page.
            case run(JSCommand)
        }

        let formID: String
        /// The form as it was; nil when it is gone.
        let form: NodeID?
        /// The attributes of the control that stands for the one that changed.
        let source: [Attribute]
        let steps: [Step]
    }

    private let document: Document
    private let nodes: NodeTable
    private let views: PageViews
    private let search: ElementSearch
    private let commands: CommandReader
    private let log: ClientLog
    /// The forms of each view at the top and those nested in it, by their ids.
    private var saved: [String: [String: SavedForm]] = [:]
    /// The forms of each view whose recovery was not answered.
    private var unanswered: [ObjectIdentifier: Set<String>] = [:]

    init(
        document: Document, nodes: NodeTable, views: PageViews, search: ElementSearch, commands: CommandReader,
        log: ClientLog
    ) {
        self.document = document
        self.nodes = nodes
        self.views = views
        self.search = search
        self.commands = commands
        self.log = log
    }

    /// What is to be sent again to a view that was joined, before its new HTML is shown. What was typed into views nested
    /// in it is kept until those have been joined, too.
    ///
    /// - Parameter fragment: The new HTML.
    func recoveries(of view: ViewChannel, in fragment: NodeID) -> [Recovery] {
        let root = views.family(of: view)
        if view === root { saved[root.id] = view.joinCount > 1 ? savedForms(of: view) : nil }
        guard saved[root.id]?.isEmpty == false else { return [] }
        var recoveries: [Recovery] = []
        for new in forms(in: fragment) {
            guard let id = document.attribute("id", of: new), let form = saved[root.id]?[id],
                form.change == document.attribute(BindingName.change, of: new),
                // What was given up with the view that it crashed is not sent a second time.
                unanswered[ObjectIdentifier(view), default: []].insert(id).inserted
            else { continue }
            saved[root.id]?[id] = nil
            let steps = targets(of: new, in: fragment).flatMap { self.steps(of: form, by: new, to: $0) }
            recoveries.append(
                Recovery(
                    formID: id, form: document.isAlive(form.form) ? form.form : nil, source: form.source, steps: steps))
        }
        return recoveries
    }

    /// All that recovers a form was answered.
    func answered(_ recovery: Recovery, by view: ViewChannel) {
        unanswered[ObjectIdentifier(view)]?.remove(recovery.formID)
    }

    /// Forgets a view that was left.
    func forget(_ view: ViewChannel) { unanswered[ObjectIdentifier(view)] = nil }

    // MARK: Saving

    /// The forms of a view, of those nested in it, and of their portals, that are to be recovered, by their ids.
    private func savedForms(of root: ViewChannel) -> [String: SavedForm] {
        guard document.isAlive(root.container) else { return [:] }
        var saved: [String: SavedForm] = [:]
        var tops = [root.container]
        while let top = tops.popLast() {
            for node in CollectionOfOne(top) + Array(document.elements(below: top)) {
                if document.name(of: node) == "form", let (id, form) = savedForm(node, of: root) { saved[id] = form }
                if let content = nodes.state(of: node)?.portalContent, document.isAlive(content) {
                    tops.append(content)
                }
            }
        }
        return saved
    }

    private func savedForm(_ form: NodeID, of view: ViewChannel) -> (id: String, SavedForm)? {
        guard let id = document.attribute("id", of: form), !id.isEmpty,
            let change = document.attribute(BindingName.change, of: form),
            document.attribute(BindingName.autoRecover, of: form) != "ignore"
        else { return nil }
        let inputs = document.controls(of: form).filter {
            document.attribute("name", of: $0)?.isEmpty == false
                && document.attribute(BindingName.change, of: $0) == nil
        }
        guard let source = inputs.first(where: { document.controlKind(of: $0) != .hidden }) ?? inputs.first else {
            return nil
        }
        let fields = FormSerialization(document: document, nodes: nodes)
            .text(of: form, submitter: nil, marksUnused: view.dialect.marksUnusedFields)
        return (
            id,
            SavedForm(
                form: form, change: change, fields: fields, values: document.boundValues(of: form),
                source: document.attributes(of: source))
        )
    }

    // MARK: Sending

    /// What the binding that recovers a form asks for: its pushes carry the form, its other commands run as they stand.
    private func steps(of saved: SavedForm, by new: NodeID, to target: Target) -> [Recovery.Step] {
        let binding = nonEmptyAttribute(BindingName.autoRecover, of: new) ?? saved.change
        guard binding.hasPrefix("[") else {
            return [.push(push(JSPush(event: binding), saved, component: target.component))]
        }
        guard let commands = try? commands.commands(in: binding) else {
            log.report(
                .invalidCommands,
                "the form \(document.words(for: new)) cannot be recovered: \(binding) is no list of commands")
            return []
        }
        var hasPushed = false
        let steps = commands.map { command -> Recovery.Step in
            guard case .push(let pushed) = command else { return .run(command) }
            hasPushed = true
            return .push(push(pushed, saved, component: target.component ?? target.reached(by: pushed)))
        }
        if !hasPushed {
            log.report(
                .invalidCommands,
                "the form \(document.words(for: new)) cannot be recovered: its binding pushes nothing")
        }
        return steps
    }

    private func push(_ command: JSPush, _ saved: SavedForm, component: Int?) -> EventPush {
        var meta: EventValues = ["_target": .string(saved.sourceName)]
        meta.merge(saved.values) { _, last in last }
        meta.merge(command.value ?? [:]) { _, last in last }
        return EventPush(
            type: "form", event: command.event, value: .form(saved.fields), meta: meta, uploads: [:],
            component: component)
    }

    private func nonEmptyAttribute(_ name: String, of node: NodeID) -> String? {
        document.attribute(name, of: node).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The forms of new HTML, those in the content of portals last.
    private func forms(in fragment: NodeID) -> [NodeID] {
        roots(in: fragment).flatMap { root in
            document.elements(below: root).filter { document.name(of: $0) == "form" }
        }
    }

    /// New HTML and what its portals show; portals within those are not looked into, as in the browser's client.
    private func roots(in fragment: NodeID) -> [NodeID] {
        let portals = document.elements(below: fragment).filter {
            document.hasAttribute(ViewAttribute.portal, of: $0)
        }
        return [fragment] + portals.compactMap(document.templateContent)
    }

    // MARK: Targets

    /// Whom a form in new HTML is sent to.
    private struct Target {
        /// What `phx-target` names.
        var component: Int?
        /// What the target stands in.
        var enclosing: Int?

        /// The component that a command means that names a target of its own.
        func reached(by push: JSPush) -> Int? {
            switch push.target {
            case .component(let cid): cid
            case .selector: enclosing
            case nil: nil
            }
        }
    }

    /// One target for the view or component that a form names, or for each match of the selector that it gives.
    private func targets(of form: NodeID, in fragment: NodeID) -> [Target] {
        guard let text = nonEmptyAttribute(BindingName.target, of: form) else {
            return [Target(enclosing: component(around: form))]
        }
        if let cid = Int(text) {
            let isThere = roots(in: fragment).contains { root in
                document.elements(below: root).contains { document.attribute(ViewAttribute.component, of: $0) == text }
            }
            guard isThere else {
                log.report(
                    .targetWithoutMatch,
                    "no component found matching phx-target of \(cid) on \(document.words(for: form))")
                return []
            }
            return [Target(component: cid, enclosing: cid)]
        }
        let found = roots(in: fragment).flatMap { search.all(text, below: $0) }
        if found.isEmpty {
            log.report(
                .targetWithoutMatch,
                "nothing found matching the phx-target selector \"\(text)\" of \(document.words(for: form))")
        }
        return found.map { node in
            let component = component(around: node)
            return Target(component: component, enclosing: component)
        }
    }

    private func component(around node: NodeID) -> Int? {
        document.inclusiveAncestors(of: node).lazy.compactMap { [document] in
            document.attribute(ViewAttribute.component, of: $0).flatMap { Int($0) }
        }.first
    }
}
