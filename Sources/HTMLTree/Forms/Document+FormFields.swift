extension Document {
    /// What a form sends: the pairs of its successful controls in tree order (CLIENT.md 6.1, rules 1 to 4).
    ///
    /// - Parameter submitter: The button through which the form is sent; it goes along at its own place if it has a name.
    public func fields(of form: NodeID, submitter: NodeID? = nil) -> [FormField] {
        controls(of: form).flatMap { fields(from: $0, submitter: submitter) }
    }

    private func fields(from control: NodeID, submitter: NodeID?) -> [FormField] {
        guard let kind = controlKind(of: control), let name = attribute("name", of: control), !name.isEmpty else {
            return []
        }
        func field(_ value: String) -> [FormField] { [FormField(node: control, name: name, value: value)] }
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
