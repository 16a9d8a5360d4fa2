import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Edits a field: its value becomes `value`, in one stroke.
    public func input(_ value: String, into node: NodeID) {
        guard document.isAlive(node), !isLeaving(node) else { return }
        document.setValue(value, of: node)
        if case .text(let kind) = document.controlKind(of: node) {
            page.nodes[node].hasBadInput = !kind.accepts(value)
        }
        changed(node)
    }

    /// Chooses exactly these options of a select, in one stroke.
    public func choose(_ options: [NodeID], of select: NodeID) {
        guard document.isAlive(select), !isLeaving(select) else { return }
        for option in document.options(of: select) where !options.contains(option) {
            document.setSelected(option, false)
        }
        for option in options where document.isAlive(option) { document.setSelected(option, true) }
        changed(select)
    }

    /// A control changed: its own `phx-change` hears of it, or else its form's (CLIENT.md 6.2).
    ///
    /// - Parameter submitter: The button that goes along with the form's fields.
    func changed(_ control: NodeID, submitter: NodeID? = nil) {
        guard !isLeaving(control) else { return }
        notify(.input, at: control)
        guard document.isAlive(control), let form = document.form(of: control) else { return }
        let own = document.attribute(BindingName.change, of: control)
        guard let binding = own ?? document.attribute(BindingName.change, of: form) else { return }
        if page.nodes.has(control), page.nodes[control].hasBadInput { return }
        limitRate(of: control) { [weak self] in
            guard let self, let form = document.form(of: control) else { return }
            page.nodes[control].isUsed = true
            let event = FormEvent(
                kind: .change, form: form, input: control, submitter: submitter, isOfInput: own != nil)
            run(binding, in: CommandContext(source: control, type: "change", form: event))
        }
    }

    /// Puts a form back to what its markup says, and tells its view in the next frame.
    func reset(_ form: NodeID) {
        let controls = document.controls(of: form)
        for control in controls {
            document.resetValue(of: control)
            guard page.nodes.has(control) else { continue }
            page.nodes[control].isUsed = false
            page.nodes[control].hasBadInput = false
            clearFiles(of: control)
        }
        guard let resetter = controls.first(where: { document.controlKind(of: $0) == .button(.reset) }) else { return }
        let isButton = document.name(of: resetter) == "button"
        onNextFrame { [weak self] in
            guard let self, document.isAlive(resetter) else { return }
            changed(resetter, submitter: isButton ? resetter : nil)
        }
    }

    func serialization() -> FormSerialization {
        FormSerialization(document: document) { [page] node in page.nodes.has(node) && page.nodes[node].isUsed }
    }
}
