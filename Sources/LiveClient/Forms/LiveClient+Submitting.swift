import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Submits a form as by its button, or by Enter when there is none.
    ///
    /// - Returns: False when an invalid field prevented it; the first such field then has the focus.
    @discardableResult
    public func submit(_ form: NodeID, submitter: NodeID? = nil) -> Bool {
        guard document.isAlive(form), !isLeaving(form) else { return false }
        let isUnchecked =
            document.hasAttribute("novalidate", of: form)
            || submitter.map { document.hasAttribute("formnovalidate", of: $0) } ?? false
        if !isUnchecked, let invalid = firstInvalidField(of: form) {
            focus(invalid)
            return false
        }
        dispatchSubmit(form, submitter: submitter)
        return true
    }

    /// The first field of a form that keeps it from being submitted.
    public func firstInvalidField(of form: NodeID) -> NodeID? {
        document.controls(of: form).first { document.validityProblem(of: $0) != nil }
    }

    /// What Enter in a field does to its form: it presses the first submit button, or sends the form where that has none
    /// and no other field for text (CLIENT.md 4, WHATWG 4.10.21.2); nil when it does neither.
    public func implicitSubmission(from field: NodeID) -> ImplicitSubmission? {
        guard let form = document.form(of: field) else { return nil }
        if let button = document.defaultButton(of: form) {
            return document.isDisabled(button) ? nil : .button(button)
        }
        let textFields = document.controls(of: form).filter {
            if case .text = document.controlKind(of: $0) { true } else { false }
        }
        return textFields.count <= 1 ? .form(form) : nil
    }

    /// Submits the form of a field as Enter in it does.
    ///
    /// - Returns: False when Enter does not submit here, or an invalid field prevented it.
    @discardableResult
    public func submitImplicitly(from field: NodeID) -> Bool {
        switch implicitSubmission(from: field) {
        case nil: return false
        case .button(let button):
            dispatchClick(button)
            return true
        case .form(let form): return submit(form, submitter: nil)
        }
    }

    func dispatchSubmit(_ form: NodeID, submitter: NodeID?) {
        guard let binding = document.attribute(BindingName.submit, of: form) else {
            if document.hasAttribute(BindingName.change, of: form), view(owning: form) != nil {
                page.submittedForm = form
                onNextFrame { [weak self] in self?.submitNatively(form, submitter: submitter) }
            } else {
                submitNatively(form, submitter: submitter)
            }
            return
        }
        cancelRateLimits(of: form)
        let event = FormEvent(kind: .submit, form: form, submitter: submitter)
        run(binding, in: CommandContext(source: form, type: "submit", form: event))
    }

    /// A patch asked for a form to be submitted natively: the page is left (CLIENT.md 2, phx-trigger-action).
    func trigger(_ form: NodeID) {
        page.submittedForm = form
        let submitter = page.lastSubmitters[form].flatMap { document.isAlive($0) ? $0 : nil }
        submitNatively(form, submitter: submitter)
    }

    /// Requests the page that a form's `action` names, with its fields.
    private func submitNatively(_ form: NodeID, submitter: NodeID?) {
        guard document.isAlive(form) else { return }
        let action =
            submitter.flatMap { document.attribute("formaction", of: $0) }
            ?? document.attribute("action", of: form) ?? ""
        let method =
            submitter.flatMap { document.attribute("formmethod", of: $0) }
            ?? document.attribute("method", of: form) ?? "get"
        let fields = URLEncodedForm.encode(
            document.fields(of: form, submitter: submitter).map { ($0.name.withLineEnds, $0.value.withLineEnds) })
        var url = page.url.resolve(action)
        url.fragment = nil
        switch method.lowercased() {
        case "post": load(url, method: "POST", body: fields, history: .push)
        case "dialog": closeDialog(around: form)
        default:
            url.query = fields
            load(url, history: .push)
        }
    }

    private func closeDialog(around form: NodeID) {
        page.submittedForm = nil
        guard let dialog = document.ancestors(of: form).first(where: { document.name(of: $0) == "dialog" }) else {
            return
        }
        document.removeAttribute("open", of: dialog)
    }
}

extension String {
    /// The text with each line ended by CR LF, as browsers post it (WHATWG, form submission).
    fileprivate var withLineEnds: String {
        let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        guard utf8.contains(where: { $0 == lineFeed || $0 == carriageReturn }) else { return self }
        var bytes: [UInt8] = []
        var isAfterReturn = false
        for byte in utf8 {
            if byte == carriageReturn {
                bytes += [carriageReturn, lineFeed]
            } else if byte != lineFeed {
                bytes.append(byte)
            } else if !isAfterReturn {
                bytes += [carriageReturn, lineFeed]
            }
            isAfterReturn = byte == carriageReturn
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
