import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Clicks an element: the focus goes there, then come the bindings, then what the browser does
    /// (TheClientsRules.md, "A click, step by step").
    ///
    /// - Parameters:
    ///   - button: The button of the mouse; of all but the left one nothing comes but that the focus moves.
    ///   - modifiers: The keys held.
    ///   - start: Where the button was pressed, when the mouse was dragged to `node`.
    package func click(
        _ node: NodeID, button: MouseButton = .left, modifiers: ClickModifiers = [], startedOn start: NodeID? = nil
    ) {
        guard document.isAlive(node), !document.isInDisabledControl(node) else { return }
        moveFocusByMouse(to: start ?? node)
        switch button {
        case .left: dispatchClick(node, modifiers: modifiers, startedOn: start)
        case .middle: tellOfLinkElsewhere(at: node, modifiers.union(.middleButton))
        case .right: break
        }
    }

    /// Dispatches a click without moving the focus, as a command or a key does.
    package func dispatchClick(_ node: NodeID, modifiers: ClickModifiers = [], startedOn start: NodeID? = nil) {
        guard document.isAlive(node), !document.isInDisabledControl(node), page.questions.text == nil else { return }
        // Where nobody is there to be asked, all is confirmed.
        guard settings.asksQuestions else { return dispatchConfirmedClick(node, modifiers, startedOn: start) }
        page.questions.confirm(node) { [weak self] in self?.dispatchConfirmedClick(node, modifiers, startedOn: start) }
    }

    private func dispatchConfirmedClick(_ node: NodeID, _ modifiers: ClickModifiers, startedOn start: NodeID?) {
        // A box is ticked before the bindings see the click.
        let isTicked = document.toggleTick(of: node)
        if followLiveLink(at: node, modifiers: modifiers) { return }
        dispatchClickAway(from: start ?? node, clicked: node)
        hooks.notify(.click, at: node)
        guard document.isAlive(node) else { return }
        let bound = document.clickBinding(at: node)
        if let bound, !document.isPending(bound), let binding = document.attribute(BindingName.click, of: bound) {
            let values = settings.sendsModifiers ? modifiers.values : [:]
            limitRate(of: bound) { [weak self] in
                self?.run(binding, in: CommandContext(source: bound, type: "click", metadata: values))
            }
        }
        guard document.isAlive(node) else { return }
        if let bound, document.attribute("href", of: bound) == "#" { return }
        if followMethodLink(at: node, modifiers: modifiers) { return }
        if isTicked {
            changed(node)
        } else if let action = document.clickAction(at: node) {
            perform(action, modifiers)
        }
    }

    private func dispatchClickAway(from start: NodeID, clicked: NodeID) {
        let listeners = bindings.elements(.clickAway)
        guard !listeners.isEmpty, page.effects.isVisible(clicked) else { return }
        for node in listeners where document.isAlive(node) {
            guard page.effects.isVisible(node), !views.isInside(start, node), !views.isInside(clicked, node),
                let binding = document.attribute(BindingName.clickAway, of: node)
            else { continue }
            run(binding, in: CommandContext(source: node, type: "click"))
        }
    }

    // MARK: What the browser does

    private func perform(_ action: ClickAction, _ modifiers: ClickModifiers) {
        switch action {
        case .press(let button): press(button)
        case .toggle(let details): document.toggleDetails(details)
        case .choose(let option, let select):
            document.toggleOption(option, of: select)
            changed(select)
        case .follow(let link): followLink(at: link, modifiers: modifiers)
        case .click(let control):
            if document.isFocusable(control) { focus(control) }
            dispatchClick(control)
        case .chooseFiles(let input): onFileRequest?(input)
        }
    }

    private func press(_ button: NodeID) {
        guard let form = document.form(of: button), let kind = document.controlKind(of: button) else { return }
        switch kind {
        case .button(.submit), .image: submit(form, submitter: button)
        case .button(.reset): reset(form)
        case .button(.button), .text, .textarea, .checkbox, .radio, .select, .hidden, .file, .range, .color, .output:
            break
        }
    }

    private func moveFocusByMouse(to node: NodeID) {
        var isInLabel = false
        for node in document.inclusiveAncestors(of: node) where document.isElement(node) {
            if document.isFocusable(node) { return focus(node) }
            if document.name(of: node) == "label" { isInLabel = true }
        }
        if !isInLabel { blur() }
    }
}
