import HTMLTree
import LiveProtocol

extension LiveClient {
    // MARK: Editing

    /// Edits a field: its value becomes `value`, in one stroke.
    package func input(_ value: String, into node: NodeID) {
        guard document.isAlive(node), !page.isLeaving(node) else { return }
        document.setValue(value, of: node)
        if case .text(let kind) = document.controlKind(of: node) {
            page.nodes[node].hasBadInput = !kind.accepts(value)
        }
        changed(node)
    }

    /// Chooses exactly these options of a select, in one stroke.
    package func choose(_ options: [NodeID], of select: NodeID) {
        guard document.isAlive(select), !page.isLeaving(select) else { return }
        for option in document.options(of: select) where !options.contains(option) {
            document.setSelected(option, false)
        }
        for option in options where document.isAlive(option) { document.setSelected(option, true) }
        changed(select)
    }

    /// Chooses files in a file input, in one stroke: beside those that are there where it takes several, else in place of
    /// the one.
    package func choose(_ files: [ClientFile], in input: NodeID) {
        guard document.isAlive(input), document.controlKind(of: input) == .file, !document.isDisabled(input),
            !page.isLeaving(input), !files.isEmpty
        else { return }
        page.uploads.choose(files, in: input)
        changed(input)
    }

    /// Drops files on an element: they are chosen in the input that the place to drop them on names
    /// (`phx-drop-target`).
    ///
    /// - Returns: False when this is no place to drop files on.
    @discardableResult
    package func drop(_ files: [ClientFile], on node: NodeID) -> Bool {
        guard document.isAlive(node), let place = document.nearest(BindingName.dropTarget, from: node),
            let input = document.attribute(BindingName.dropTarget, of: place).flatMap(document.element(withID:)),
            document.controlKind(of: input) == .file
        else { return false }
        choose(files, in: input)
        return true
    }

    /// A control changed: its own `phx-change` hears of it, or else its form's (TheClientsRules.md, "A change").
    ///
    /// - Parameter submitter: The button that goes along with the form's fields.
    func changed(_ control: NodeID, submitter: NodeID? = nil) {
        guard !page.isLeaving(control) else { return }
        hooks.notify(.input, at: control)
        guard document.isAlive(control), let form = document.form(of: control) else { return }
        let own = document.attribute(BindingName.change, of: control)
        guard let binding = own ?? document.attribute(BindingName.change, of: form) else { return }
        if page.nodes.state(of: control)?.hasBadInput == true { return }
        limitRate(of: control) { [weak self] in
            guard let self, let form = document.form(of: control) else { return }
            page.nodes[control].isUsed = true
            let event = FormEvent(
                kind: .change, form: form, input: control, submitter: submitter, isOfInput: own != nil)
            run(binding, in: CommandContext(source: control, type: "change", form: event))
        }
    }

    /// Runs what an event leads to: at once, after a pause, or not, as `phx-debounce` and `phx-throttle` of its element say.
    ///
    /// - Parameter key: The key of a `keydown`.
    func limitRate(of node: NodeID, key: String? = nil, _ action: @escaping () -> Void) {
        let defaults = RateLimits.Defaults(debounce: settings.defaultDebounce, throttle: settings.defaultThrottle)
        page.rateLimits.limit(node, key: key, defaults, action)
    }

    /// Puts a form back to what its markup says, and tells its view in the next frame.
    func reset(_ form: NodeID) {
        let controls = document.controls(of: form)
        for control in controls {
            document.resetValue(of: control)
            if page.nodes.has(control) {
                page.nodes[control].isUsed = false
                page.nodes[control].hasBadInput = false
            }
            page.uploads.clearFiles(of: control)
        }
        if let view = views.view(owning: form), view.dialect.hidesFeedback { page.feedback.hide(below: view.container) }
        guard let resetter = controls.first(where: { document.controlKind(of: $0) == .button(.reset) }) else { return }
        let isButton = document.name(of: resetter) == "button"
        schedule.onNextFrame { [weak self] in
            guard let self, document.isAlive(resetter) else { return }
            changed(resetter, submitter: isButton ? resetter : nil)
        }
    }

    // MARK: Submitting

    /// Submits a form as by its button, or by Enter when there is none.
    ///
    /// - Returns: False when an invalid field prevented it; the first such field then has the focus.
    @discardableResult
    package func submit(_ form: NodeID, submitter: NodeID? = nil) -> Bool {
        guard document.isAlive(form), !page.isLeaving(form) else { return false }
        let isUnchecked =
            document.hasAttribute("novalidate", of: form)
            || submitter.map { document.hasAttribute("formnovalidate", of: $0) } ?? false
        if !isUnchecked, let invalid = firstInvalidField(of: form) {
            for control in document.controls(of: form) { document.setUsed(control) }
            focus(invalid)
            return false
        }
        dispatchSubmit(form, submitter: submitter)
        return true
    }

    /// The first field of a form that keeps it from being submitted.
    package func firstInvalidField(of form: NodeID) -> NodeID? {
        document.controls(of: form).first { document.validityProblem(of: $0) != nil }
    }

    /// What Enter in a field does to its form: it presses the first submit button, or sends the form where that has
    /// none and no other field for text (TheClientsRules.md, "A submit"; WHATWG 4.10.21.2); nil when it does neither.
    package func implicitSubmission(from field: NodeID) -> ImplicitSubmission? {
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
    package func submitImplicitly(from field: NodeID) -> Bool {
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
            if document.hasAttribute(BindingName.change, of: form), views.view(owning: form) != nil {
                page.submits.native = form
                schedule.onNextFrame { [weak self] in self?.submitNatively(form, submitter: submitter) }
            } else {
                submitNatively(form, submitter: submitter)
            }
            return
        }
        page.rateLimits.cancel(in: form)
        let event = FormEvent(kind: .submit, form: form, submitter: submitter)
        run(binding, in: CommandContext(source: form, type: "submit", form: event))
    }

    /// A patch asked for a form to be submitted natively: the page is left (TheClientsRules.md, "A submit").
    func trigger(_ form: NodeID) {
        page.submits.native = form
        let submitter = page.submits.submitter(of: form).flatMap { document.isAlive($0) ? $0 : nil }
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
        page.submits.native = nil
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
