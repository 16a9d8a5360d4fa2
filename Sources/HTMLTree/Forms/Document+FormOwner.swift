extension Document {
    /// The form that a control belongs to: the one its `form` names, else the nearest around it (WHATWG 4.10.18.3).
    public func form(of control: NodeID) -> NodeID? {
        if let id = attribute("form", of: control), isConnected(control) {
            return element(withID: id).flatMap { isHTML($0, "form") ? $0 : nil }
        }
        return ancestors(of: control).first { isHTML($0, "form") }
    }

    /// The controls of a form in tree order, those elsewhere that name it by `form` among them.
    public func controls(of form: NodeID) -> [NodeID] {
        let inside = elements(below: form).filter { controlKind(of: $0) != nil && self.form(of: $0) == form }
        let named = attribute("id", of: form).map(references.byForm.nodes(under:)) ?? []
        let outside = named.filter {
            controlKind(of: $0) != nil && !contains(form, $0) && self.form(of: $0) == form
        }
        return outside.isEmpty ? inside : (inside + outside).sorted(by: precedes)
    }

    /// The buttons that submit a form, in tree order.
    public func submitButtons(of form: NodeID) -> [NodeID] {
        controls(of: form).filter { controlKind(of: $0)?.isSubmitButton == true }
    }

    /// The button that Enter in a field presses: the first that submits, even when it is disabled (which blocks Enter).
    public func defaultButton(of form: NodeID) -> NodeID? { submitButtons(of: form).first }
}
