import HTMLTree
import LiveProtocol

/// What the window as a whole hears: keys, its own focus, scrolling.
extension LiveClient {
    // MARK: Keys

    /// Presses a key on the focused element.
    ///
    /// - Parameter key: Named as in `KeyboardEvent.key`: `a`, `Enter`, `ArrowUp`.
    /// - Returns: False when what the key usually does is not to be done.
    @discardableResult
    package func keyDown(_ key: String, modifiers: ClickModifiers = []) -> Bool {
        dispatchKey(.keydown, key, modifiers)
    }

    /// Releases a key.
    @discardableResult
    package func keyUp(_ key: String, modifiers: ClickModifiers = []) -> Bool {
        dispatchKey(.keyup, key, modifiers)
    }

    /// A binding of the focused element itself keeps the window's bindings from running
    /// (TheClientsRules.md, "Where bindings are looked for").
    private func dispatchKey(_ event: KeyEvent, _ key: String, _ modifiers: ClickModifiers) -> Bool {
        if let target = document.activeElement {
            if page.isLeaving(target) { return false }
            if document.attribute(event.binding, of: target)?.isEmpty == false {
                runKeyBinding(event.binding, on: target, event, key, modifiers)
                return !page.isUnloaded
            }
        }
        for node in bindings.elements(event.window.kind) where document.isAlive(node) {
            runKeyBinding(event.window.binding, on: node, event, key, modifiers)
        }
        return !page.isUnloaded
    }

    private func runKeyBinding(
        _ attribute: String, on node: NodeID, _ event: KeyEvent, _ key: String, _ modifiers: ClickModifiers
    ) {
        guard let binding = document.attribute(attribute, of: node) else { return }
        // The filter comes after the throttle: a key that does not match uses its window up all the same.
        limitRate(of: node, key: event == .keydown ? key : nil) { [weak self] in
            guard let self else { return }
            if let wanted = document.attribute(BindingName.key, of: node), wanted.lowercased() != key.lowercased() {
                return
            }
            var values = settings.sendsModifiers ? modifiers.values : [:]
            values.updateValue(.string(key), forKey: "key", insertingAt: 0)
            run(binding, in: CommandContext(source: node, type: event.rawValue, metadata: values))
        }
    }

    // MARK: Focus

    /// The window as a whole loses the focus.
    package func windowBlur() { runWindowBinding("blur", BindingName.windowBlur, .windowBlur) }

    /// The window as a whole has the focus again.
    package func windowFocus() { runWindowBinding("focus", BindingName.windowFocus, .windowFocus) }

    private func runWindowBinding(_ type: String, _ attribute: String, _ listeners: BindingIndex.Kind) {
        for node in bindings.elements(listeners) where document.isAlive(node) {
            guard let binding = document.attribute(attribute, of: node) else { continue }
            run(binding, in: CommandContext(source: node, type: type))
        }
    }

    // MARK: Scrolling

    /// The person scrolled by some rows: down, or up by a negative number.
    package func scrolled(by rows: Int) {
        guard rows != 0, let viewport else { return }
        let lists = bindings.elements(.viewport)
        page.scrolling.scrolled(by: rows, over: lists, in: viewport) { [weak self] notice in self?.tell(notice) }
    }

    private func tell(_ notice: ScrollNotice) {
        var context = CommandContext(source: notice.list, type: "js", metadata: notice.value)
        guard !notice.binding.hasPrefix("[") else { return run(notice.binding, in: context) }
        coverage?.ran(notice.binding, in: context, of: self)
        page.scrolling.awaitAnswer(to: notice)
        context.whenAnswered = { [weak self] in self?.page.scrolling.answered(notice) }
        let command = JSPush(event: notice.binding, value: notice.value)
        if pushCommand(command, in: &context) == 0 { page.scrolling.giveUp(notice) }
    }
}

/// An event of a key, and what binds it: on the focused element, and wherever the focus is.
private enum KeyEvent: String {
    case keydown
    case keyup

    var binding: String {
        switch self {
        case .keydown: BindingName.keydown
        case .keyup: BindingName.keyup
        }
    }

    var window: (kind: BindingIndex.Kind, binding: String) {
        switch self {
        case .keydown: (.windowKeydown, BindingName.windowKeydown)
        case .keyup: (.windowKeyup, BindingName.windowKeyup)
        }
    }
}
