import HTMLTree
import LiveClient

extension Simulator {
    /// Presses and releases a key.
    ///
    /// The page hears of it first, as in a browser (`phx-keydown`, `phx-window-keydown`), and may prevent what follows:
    /// what the key does to the focused field or control, or what `PageKeyMap` says. Hints, while they are shown, and keys
    /// with alt that only this program has (dismissing banners, hints), never reach the page.
    ///
    /// - Returns: False when neither the page nor the simulator has a use for the key.
    @discardableResult
    package func press(_ key: Key) -> Bool {
        page.prepareForInput(key)
        return page.hearing(.key(key)) { pressed(key) }
    }

    private func pressed(_ key: Key) -> Bool {
        if client.question != nil { return answer(by: key) }
        if hintLabels.press(key) { return true }
        if selectList.isOpen, pressInList(key) { return true }
        let context = keyContext
        if case .character = key.code, key.modifiers == .alt, editing.command(for: key) == nil,
            let action = pageKeys.action(for: key, in: context)
        {
            perform(action, key: key)
            settle()
            return true
        }
        var isUsed = context.isBoundByPage(key)
        let modifiers = key.clickModifiers
        if let listener = page.listener, page.keyBindings.hear(key) { listener.pageHears(key) }
        if client.keyDown(key.eventName, modifiers: modifiers) {
            isUsed = performDefault(of: key) || isUsed
        } else {
            isUsed = true
        }
        client.keyUp(key.eventName, modifiers: modifiers)
        settle()
        if page.hearsScrolling {
            // The focus may have moved out of view, and the page with it.
            prepareWindow()
            page.noticeScroll()
        }
        return isUsed
    }

    /// Pastes into the focused field as one change; anywhere else, a paste has no use.
    ///
    /// Line ends become blanks where there is one line only, and never submit; control characters are dropped.
    @discardableResult
    package func paste(_ text: String) -> Bool {
        page.prepareForInput()
        hintLabels.hide()
        guard page.focus.isText || page.focus == .dateField else { return false }
        return page.hearing(.paste(text)) {
            tellOfFocused(Deed.edit)
            let isChanged = page.focus == .dateField ? dateFields.paste(text) : editing.perform(.paste(text))
            suggestions.offer()
            settle()
            return isChanged
        }
    }

    /// Whether printable keys belong to the focused element: a text field, or a select, which looks for the option that
    /// starts with what is typed.
    package var isEditing: Bool { page.focus.takesPrintableKeys }

    /// What a key does when the page did not prevent it.
    private func performDefault(of key: Key) -> Bool {
        // What the page did on hearing the key may have moved the focus.
        let context = keyContext
        if context.focus.isText {
            if suggestions.press(key) { return true }
            if let command = editing.command(for: key) {
                tellOfFocused(Deed.edit)
                let text = document.activeElement.map(document.value(of:))
                editing.perform(command)
                if suggestions.haveSource, document.activeElement.map(document.value(of:)) != text {
                    suggestions.offer()
                }
                return true
            }
        }
        if context.focus == .dateField, key.character != nil {
            tellOfFocused(Deed.edit)
            return dateFields.press(key)
        }
        if context.focus == .select, let letter = key.character, !opensList(letter) {
            tellOfFocused(Deed.choose)
            choices.chooseOption(startingWith: letter)
            return true
        }
        guard let action = pageKeys.action(for: key, in: context) else { return false }
        perform(action, key: key)
        return true
    }

    /// Handles a key while a list is open in front of the page.
    ///
    /// - Returns: False for a key that goes on to the page.
    private func pressInList(_ key: Key) -> Bool {
        prepareWindow()
        guard selectList.isOpen, selectList.press(key) else { return false }
        settle()
        return true
    }

    /// Whether a blank opens the list of the focused select, and is no part of a word that is typed.
    private func opensList(_ letter: Character) -> Bool {
        letter == " " && document.activeElement.map(choices.isTypingAhead) != true
    }

    private func perform(_ action: PageAction, key: Key) {
        switch action {
        case .dismissBanner(let label):
            if let banner = banners.first(where: { $0.label == label }) { page.dismiss(banner) }
        case .dismissNewestBanner:
            if let banner = page.banners.newest { page.dismiss(banner) }
        case .dismissAllBanners: page.dismissAllBanners()
        case .showHints:
            prepareWindow()
            hintLabels.show()
        case .focusNext: moveFocus(isBackward: false)
        case .focusPrevious: moveFocus(isBackward: true)
        case .activate: activateFocused()
        case .toggle: if let node = document.activeElement { press(node) }
        case .choose(let step):
            tellOfFocused(Deed.choose)
            if page.focus == .dateField { dateFields.step(step) } else { choices.choose(step) }
        case .openList: if let node = document.activeElement { selectList.show(node) }
        case .movePart(let step):
            if step == .empty || step == .emptyAll { tellOfFocused(Deed.choose) }
            dateFields.move(step)
        case .editElsewhere: requestEditor()
        case .leaveField: focusMover.leave()
        case .returnToField: focusMover.returnToField()
        case .moveRow(let step): moveRow(isBackward: step == .previous)
        case .pressRow: pressRow()
        case .leaveRow: rowCursor.leave()
        case .scroll(let step): scroll(step)
        case .goBack: page.step(isBack: true)
        case .goForward: page.step(isBack: false)
        case .reload:
            page.tell(.reload)
            client.reload()
        }
    }

    private func requestEditor() {
        guard let node = document.activeElement, page.focus == .textArea else { return }
        if document.isReadOnly(node) {
            page.notice = SimulatorError.readOnly(page.describe(node)).message
        } else {
            page.editRequest = node
        }
    }

    /// Presses an element by a key.
    private func press(_ node: NodeID) {
        if document.isDisabled(node) { page.notice = SimulatorError.disabled(page.describe(node)).message }
        page.tell(.press(node))
        page.press(node)
    }

    /// Lets whoever listens know what is done to what has the focus.
    private func tellOfFocused(_ deed: (NodeID) -> Deed) {
        if let node = document.activeElement { page.tell(deed(node)) }
    }

    private func moveFocus(isBackward: Bool) {
        editing.forgetDeadFields()
        focusMover.move(isBackward: isBackward)
    }

    /// What Enter does where the focus is.
    private func activateFocused() {
        guard let node = document.activeElement else { return }
        switch page.focus {
        case .button, .link, .file: press(node)
        case .textArea:
            page.tell(.edit(node))
            editing.perform(.insert("\n"))
        case .textField, .dateField, .checkbox, .radio, .slider: page.submitImplicitly(from: node)
        case .page, .select, .other: return
        }
    }

    /// What decides which keys work now.
    var keyContext: KeyContext {
        page.update()
        let active = document.activeElement
        return KeyContext(
            focus: page.focus, isInForm: active.flatMap(document.form(of:)) != nil,
            bannerLabels: Set(banners.map(\.label)), hasBanners: !banners.isEmpty,
            hasTargets: { [hintLabels] in hintLabels.haveTargets },
            hasRows: { [rowCursor] in rowCursor.isShown || rowCursor.hasRowsInView }, isOnRow: rowCursor.isShown,
            leftField: active == nil ? focusMover.leftField : nil, canScrollUp: page.window.scrollRow > 0,
            canScrollDown: { [page] in page.window.shownRows.upperBound < page.window.pageHeight },
            canGoBack: client.canGoBack, canGoForward: client.canGoForward, isBoundByPage: page.keyBindings.listen(to:))
    }

    /// The banners that a key of their own dismisses now, with that key: the digit, or the digit with alt where the digit
    /// itself would be typed or is meant for something else.
    var bannerKeys: [(banner: Banner, key: Key)] {
        guard !banners.isEmpty, question == nil else { return [] }
        let context = keyContext
        return banners.compactMap { banner in
            let row = pageKeys.rows.first { $0.action == .dismissBanner(label: banner.label) }
            let key = row?.keys(in: context).first { key in
                // Letters and digits belong to the hints while they are shown.
                editing.command(for: key) == nil && (hints == nil || !key.modifiers.isEmpty)
            }
            return key.map { (banner, $0) }
        }
    }

    private func scroll(_ step: PageAction.ScrollStep) {
        // One row of the page before stays in view, so that the eye finds its place.
        let rows = max(1, size.rows - 1)
        let bottom = page.window.shownRows.upperBound - 1
        let headed = step == .pageDown ? rows - page.window.headRows(above: bottom) : rows
        switch step {
        case .lineUp: scroll(by: -1)
        case .lineDown: scroll(by: 1)
        case .halfPageUp: scroll(by: -max(1, size.rows / 2))
        case .halfPageDown: scroll(by: max(1, size.rows / 2))
        case .pageUp: scroll(by: -rows)
        case .pageDown: scroll(by: max(1, headed))
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

/// What a click asks before anything comes of it; until it is answered, nothing else on the page can be done.
extension Simulator {
    /// The question that waits for an answer; nil when there is none.
    package var question: String? { client.question }

    /// Answers the question.
    ///
    /// - Throws: When there is none.
    package func answer(_ isYes: Bool) throws(SimulatorError) {
        page.prepareForInput()
        guard client.question != nil else { throw .noQuestion }
        client.answer(isYes)
        settle()
    }

    /// - Returns: False when the key answers nothing.
    func answer(by key: Key) -> Bool {
        switch key {
        case Key(.character("y")), Key(.enter):
            page.tell(.answer(true))
            client.answer(true)
        case Key(.character("n")), Key(.escape):
            page.tell(.answer(false))
            client.answer(false)
        case _: return false
        }
        settle()
        return true
    }
}

extension Simulator {
    /// The keys that work now, grouped, from the tables by which they work.
    package var keyHelp: [KeyHelp] {
        if question != nil {
            return [
                KeyHelp([Key(.character("y")), Key(.enter)], "say yes to what the page asks", .acting),
                KeyHelp([Key(.character("n")), Key(.escape)], "say no to it", .acting),
            ]
        }
        if hints != nil {
            return [
                KeyHelp(keys: "letters", "press what has that label", .hints),
                KeyHelp([Key(.backspace)], "take a letter back", .hints),
                KeyHelp([Key(.escape)], "put the labels away", .hints),
            ]
        }
        if selectList.isOpen { return selectList.keyHelp }
        let context = keyContext
        var help = availableActions.map { KeyHelp($0.keys, $0.does, $0.group) }
        if context.focus.isText, let offers = suggestions.keyHelp {
            help = offers + help.filter { !offers.overlap($0) }
        }
        if context.focus.isText {
            let rows = editing.keys.rows.filter { row in
                !row.keys.isEmpty && (!row.isForLines || context.focus == .textArea)
            }
            help += rows.map { KeyHelp($0.keys, $0.does, .editing) }
        }
        return KeyHelp.Group.allCases.flatMap { group in help.filter { $0.group == group } }
    }

    /// What a row of the table does, with the name of what it is about where that helps.
    func words(for row: PageKeyMap.Row, in context: KeyContext) -> String {
        switch row.action {
        case .returnToField: context.leftField.map { "back to \($0)" } ?? row.does
        case .focusNext: focusMover.isAtStart ? focusMover.firstStopWords ?? row.does : row.does
        case _: row.does
        }
    }
}
