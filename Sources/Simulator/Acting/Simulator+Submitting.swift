import HTMLTree

extension Simulator {
    /// Submits as a person does: by a submit button, or as Enter in a field of the form would.
    ///
    /// - Parameter node: A submit button or a form; nil for the form of the focus, else the only one.
    /// - Throws: When a person could not, or when a field keeps the form from being sent.
    package func submit(_ node: NodeID? = nil) throws(SimulatorError) {
        page.prepareForInput()
        page.update()
        var form: NodeID
        var button: NodeID?
        if let node, document.isAlive(node), document.controlKind(of: node)?.isSubmitButton == true {
            guard let owner = document.form(of: node) else { throw .notSubmittable(page.describe(node)) }
            form = owner
            button = node
        } else {
            form = try self.form(meantBy: node)
            button = document.defaultButton(of: form)
        }
        try page.checkReach(of: button ?? form)
        let isSent: Bool
        if let button {
            if button == node { page.clickByMouse(button) } else { page.press(button) }
            isSent = notice == nil
        } else {
            isSent = client.submit(form)
        }
        let invalid = isSent ? nil : document.activeElement
        settle()
        guard let invalid, document.isAlive(invalid), let problem = document.validityProblem(of: invalid) else {
            return
        }
        throw .invalidField(page.describe(invalid), problem: problem.message)
    }

    private func form(meantBy node: NodeID?) throws(SimulatorError) -> NodeID {
        if let node {
            guard document.isAlive(node), document.name(of: node) == "form" else {
                throw .notSubmittable(page.describe(node))
            }
            return node
        }
        if let active = document.activeElement, let form = document.form(of: active) { return form }
        let forms = document.elements(below: modal ?? document.root).filter {
            document.name(of: $0) == "form" && isDisplayed($0)
        }
        guard let form = forms.first else { throw .noForm }
        guard forms.count == 1 else { throw .severalForms(forms.map(page.describe)) }
        return form
    }
}
