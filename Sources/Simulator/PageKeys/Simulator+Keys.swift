import HTMLTree
import LiveClient

extension Simulator {
    /// Presses and releases a key.
    ///
    /// The page hears of it first, as in a browser (`phx-keydown`, `phx-window-keydown`), and may prevent what follows:
    /// what the key does to the focused field or control, or what `PageKeyMap` says. Hints, while they are shown, and keys
    /// with alt that only this program has (dismissing banners, hints) are no matter of the page.
    ///
    /// - Returns: False when neither the page nor the simulator has a use for the key.
    @discardableResult
    public func press(_ key: Key) -> Bool {
        prepareForInput()
        if client.question != nil { return answer(by: key) }
        if pressInHints(key) { return true }
        let context = keyContext
        if case .character = key.code, key.modifiers == .alt, editingCommand(for: key) == nil,
            let action = PageKeyMap.action(for: key, in: context)
        {
            perform(action, key: key)
            settle()
            return true
        }
        var isUsed = context.isBoundByPage(key)
        let modifiers = key.clickModifiers
        if client.keyDown(key.eventName, modifiers: modifiers) {
            isUsed = performDefault(of: key) || isUsed
        } else {
            isUsed = true
        }
        client.keyUp(key.eventName, modifiers: modifiers)
        settle()
        if client.bindings.hasElements(.viewport) {
            // The focus may have moved out of view, and the page with it.
            prepareScreen()
            noticeScroll()
        }
        return isUsed
    }

    /// Whether printable keys belong to the focused element: a text field, or a select, which looks for the option that
    /// starts with what is typed.
    public var isEditing: Bool { FocusKind(of: document.activeElement, in: document).takesPrintableKeys }

    /// What a key does when the page did not prevent it.
    private func performDefault(of key: Key) -> Bool {
        // What the page did on hearing the key may have moved the focus.
        let context = keyContext
        if context.focus.isText, let command = editingCommand(for: key) {
            _ = edit(command)
            return true
        }
        if context.focus == .select, let letter = key.character {
            chooseOption(startingWith: letter)
            return true
        }
        guard let action = PageKeyMap.action(for: key, in: context) else { return false }
        perform(action, key: key)
        return true
    }

    private func perform(_ action: PageAction, key: Key) {
        switch action {
        case .dismissBanner(let label):
            if let banner = banners.first(where: { $0.label == label }) { dismiss(banner) }
        case .dismissNewestBanner:
            if let banner = bannerAges.newest(of: banners) { dismiss(banner) }
        case .dismissAllBanners: dismissAllBanners()
        case .showHints: showHints()
        case .focusNext: moveFocus(isBackward: false)
        case .focusPrevious: moveFocus(isBackward: true)
        case .activate: activateFocused()
        case .toggle: if let node = document.activeElement { press(node) }
        case .choose(let step): choose(step)
        case .leaveField: leaveField()
        case .scroll(let step): scroll(step)
        case .goBack: step(isBack: true)
        case .goForward: step(isBack: false)
        case .reload: client.reload()
        }
    }

    /// The command of a key in the focused text field; nil outside of one, and for keys that it has no use for.
    func editingCommand(for key: Key) -> EditCommand? {
        let focus = FocusKind(of: document.activeElement, in: document)
        guard focus.isText else { return nil }
        return EditingKeys.command(for: key, isMultiline: focus == .textArea)
    }

    /// What decides which keys work now.
    var keyContext: KeyContext {
        takeIn()
        let active = document.activeElement
        let bindings = PageBindings(
            document: document,
            windowBindings: client.bindings.elements(.windowKeydown) + client.bindings.elements(.windowKeyup))
        return KeyContext(
            focus: FocusKind(of: active, in: document), isInForm: active.flatMap(document.form(of:)) != nil,
            bannerLabels: Set(banners.map(\.label)), hasBanners: !banners.isEmpty, hasTargets: { self.hasTargets },
            canScrollUp: screen.scrollRow > 0,
            canScrollDown: { [screen] in screen.shownRows.upperBound < screen.pageHeight },
            canGoBack: client.canGoBack, canGoForward: client.canGoForward, isBoundByPage: bindings.listen(to:))
    }

    private func scroll(_ step: PageAction.ScrollStep) {
        // One row of the page before stays in view, so that the eye finds its place.
        let page = max(1, size.rows - 1)
        switch step {
        case .lineUp: scroll(by: -1)
        case .lineDown: scroll(by: 1)
        case .pageUp: scroll(by: -page)
        case .pageDown: scroll(by: page)
        case .top: scroll(by: -pageHeight)
        case .bottom: scroll(by: pageHeight)
        }
    }
}

extension Key {
    /// The modifiers as the client has them.
    fileprivate var clickModifiers: ClickModifiers {
        var held: ClickModifiers = []
        if modifiers.contains(.control) { held.insert(.control) }
        if modifiers.contains(.alt) { held.insert(.alt) }
        if modifiers.contains(.shift) { held.insert(.shift) }
        if modifiers.contains(.super) { held.insert(.meta) }
        return held
    }
}
