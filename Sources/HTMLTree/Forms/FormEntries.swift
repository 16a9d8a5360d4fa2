/// One pair of name and value that a form sends, and the control it comes from.
package struct FormEntry: Hashable, Sendable {
    package let node: NodeID
    package let name: String
    package let value: String

    package init(node: NodeID, name: String, value: String) {
        self.node = node
        self.name = name
        self.value = value
    }
}

extension Document {
    /// What a form sends: the pairs of its successful controls in tree order
    /// (TheClientsRules.md, "The fields of a form", 1 to 4).
    ///
    /// - Parameter submitter: The button through which the form is sent; it goes along at its own place if it has a name.
    package func fields(of form: NodeID, submitter: NodeID? = nil) -> [FormEntry] {
        controls(of: form).flatMap { fields(from: $0, submitter: submitter) }
    }

    private func fields(from control: NodeID, submitter: NodeID?) -> [FormEntry] {
        guard let kind = controlKind(of: control), let name = attribute("name", of: control), !name.isEmpty else {
            return []
        }
        func field(_ value: String) -> [FormEntry] { [FormEntry(node: control, name: name, value: value)] }
        if control == submitter { return field(value(of: control)) }
        guard !isDisabled(control), !isInDatalist(control) else { return [] }
        switch kind {
        case .button, .image, .file, .output: return []
        case .checkbox, .radio: return isChecked(control) ? field(value(of: control)) : []
        case .select:
            return selectedOptions(of: control).filter { !isDisabled($0) }.flatMap { field(optionValue(of: $0)) }
        case .text(let kind):
            let value = value(of: control)
            return field(kind.accepts(value) ? value : "")
        case .textarea, .hidden, .range, .color: return field(value(of: control))
        }
    }

    func isInDatalist(_ node: NodeID) -> Bool { ancestors(of: node).contains { isHTML($0, "datalist") } }
}

extension Document {
    /// The form that a control belongs to: the one its `form` names, else the nearest around it (WHATWG 4.10.18.3).
    package func form(of control: NodeID) -> NodeID? {
        if let id = attribute("form", of: control), isConnected(control) {
            return element(withID: id).flatMap { isHTML($0, "form") ? $0 : nil }
        }
        return ancestors(of: control).first { isHTML($0, "form") }
    }

    /// The controls of a form in tree order, those elsewhere that name it by `form` among them.
    package func controls(of form: NodeID) -> [NodeID] {
        let inside = elements(below: form).filter { controlKind(of: $0) != nil && self.form(of: $0) == form }
        let named = attribute("id", of: form).map(references.byForm.nodes(under:)) ?? []
        let outside = named.filter {
            controlKind(of: $0) != nil && !contains(form, $0) && self.form(of: $0) == form
        }
        return outside.isEmpty ? inside : (inside + outside).sorted(by: precedes)
    }

    /// The buttons that submit a form, in tree order.
    package func submitButtons(of form: NodeID) -> [NodeID] {
        controls(of: form).filter { controlKind(of: $0)?.isSubmitButton == true }
    }

    /// The button that Enter in a field presses: the first that submits, even when it is disabled (which blocks Enter).
    package func defaultButton(of form: NodeID) -> NodeID? { submitButtons(of: form).first }
}
