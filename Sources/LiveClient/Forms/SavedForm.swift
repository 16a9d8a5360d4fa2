import HTMLTree
import LiveProtocol
import OrderedCollections

/// A form as it was filled in when its view was lost, kept until that, or a view nested in it, has been joined again
/// (CLIENT.md 17).
struct SavedForm {
    var form: NodeID
    /// What `phx-change` said.
    var change: String
    /// The urlencoded fields, those that nobody used marked.
    var fields: String
    /// What `phx-value-` attributes gave.
    var values: OrderedDictionary<String, JSONValue>
    /// The attributes of the control that stands for the one that changed.
    var source: [Attribute]

    /// The name that the push tells as what changed.
    var sourceName: String { source.first { $0.name == "name" }?.value ?? "undefined" }
}

extension LiveClient {
    /// The forms of a view, of those nested in it, and of their portals, that are to be recovered, by their ids.
    func savedForms(of root: ViewChannel) -> [String: SavedForm] {
        guard document.isAlive(root.container) else { return [:] }
        var saved: [String: SavedForm] = [:]
        var tops = [root.container]
        while let top = tops.popLast() {
            for node in [top] + Array(document.elements(below: top)) {
                if document.name(of: node) == "form", let (id, form) = savedForm(node) { saved[id] = form }
                if page.nodes.has(node), let content = page.nodes[node].portalContent, document.isAlive(content) {
                    tops.append(content)
                }
            }
        }
        return saved
    }

    private func savedForm(_ form: NodeID) -> (id: String, SavedForm)? {
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
        var values: OrderedDictionary<String, JSONValue> = [:]
        for attribute in document.attributes(of: form) where attribute.name.hasPrefix(BindingName.valuePrefix) {
            values[String(attribute.name.dropFirst(BindingName.valuePrefix.count))] = .string(attribute.value)
        }
        let fields = serialization().text(of: form, submitter: nil, marksUnused: true)
        return (
            id,
            SavedForm(
                form: form, change: change, fields: fields, values: values, source: document.attributes(of: source))
        )
    }
}
