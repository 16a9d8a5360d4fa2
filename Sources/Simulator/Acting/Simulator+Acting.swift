import HTMLTree
import LiveClient

/// What scripts do: as strict as a person is bound, each refusal with its reason.
extension Simulator {
    /// Presses an element as by the mouse, the focus first.
    ///
    /// - Throws: When a person could not, or when nothing would come of it, which is as it should be for all buttons but the
    ///   left one.
    package func click(
        _ node: NodeID, button: MouseButton = .left, modifiers: ClickModifiers = []
    ) throws(SimulatorError) {
        page.prepareForInput()
        try page.checkReach(of: node)
        guard button != .left || page.hearsClicks(node) else { throw .notClickable(page.describe(node)) }
        reveal(node)
        page.clickByMouse(node, button: button, modifiers: modifiers)
        settle()
    }

    /// Moves the focus.
    package func focus(_ node: NodeID) throws(SimulatorError) {
        page.prepareForInput()
        try page.checkReach(of: node)
        guard document.isFocusable(node) else { throw .notFocusable(page.describe(node)) }
        client.focus(node)
        settle()
    }

    /// Focuses a field and replaces its whole text, as one change.
    package func fill(_ node: NodeID, with text: String) throws(SimulatorError) {
        page.prepareForInput()
        try page.checkReach(of: node)
        guard let kind = document.controlKind(of: node) else { throw .notEditable(page.describe(node), advice: nil) }
        switch kind {
        case .text, .textarea, .range, .color: break
        case .checkbox: throw .notEditable(page.describe(node), advice: "use check or uncheck")
        case .radio, .select: throw .notEditable(page.describe(node), advice: "use choose")
        case .button, .image: throw .notEditable(page.describe(node), advice: "use click")
        case .file: throw .notEditable(page.describe(node), advice: "use upload")
        case .hidden, .output: throw .notEditable(page.describe(node), advice: nil)
        }
        guard !document.isReadOnly(node) else { throw .readOnly(page.describe(node)) }
        let traits = FieldTraits(of: node, in: document)
        let accepted = String(traits.accepted(text))
        if let limit = traits.maximumLength, accepted.utf16.count > limit {
            throw .tooLong(page.describe(node), length: accepted.utf16.count, limit: limit)
        }
        if case .text(let textKind) = kind, !textKind.accepts(accepted) {
            throw .notAccepted(
                page.describe(node), problem: ValidityProblem.notOfKind(textKind, text: accepted).message)
        }
        client.focus(node)
        if document.isAlive(node) { client.input(accepted, into: node) }
        settle()
    }

    /// Takes the text of a field as it comes back from the person's own editor, as one change. One line end at its very
    /// end is the editor's.
    package func take(_ text: String, editedIn node: NodeID) throws(SimulatorError) {
        page.prepareForInput()
        try page.checkReach(of: node)
        guard document.isEditable(node) else { throw .readOnly(page.describe(node)) }
        let text = text.hasSuffix("\n") && !document.value(of: node).hasSuffix("\n") ? String(text.dropLast()) : text
        let traits = FieldTraits(of: node, in: document)
        let accepted = String(traits.accepted(text))
        if let limit = traits.maximumLength, accepted.utf16.count > limit {
            throw .tooLong(page.describe(node), length: accepted.utf16.count, limit: limit)
        }
        guard accepted != document.value(of: node) else { return }
        page.hearing(.paste(accepted)) {
            page.tell(.edit(node))
            client.input(accepted, into: node)
            settle()
        }
    }

    /// Types into the focused element, key by key.
    package func typeText(_ text: String) throws(SimulatorError) {
        hintLabels.hide()
        try page.checkNoQuestion()
        for character in text {
            guard character != "\n", character != "\r\n" else {
                press(Key(.enter))
                continue
            }
            guard let node = document.activeElement, isEditing else {
                throw .nowhereToType(focused: document.activeElement.map(page.describe))
            }
            if document.isReadOnly(node) { throw .readOnly(page.describe(node)) }
            let before = (document.value(of: node), document.dateEntry(of: node))
            press(Key(.character(character)))
            guard let notice, document.isAlive(node), case .text(let kind) = document.controlKind(of: node),
                kind.isNumeric, before == (document.value(of: node), document.dateEntry(of: node))
            else { continue }
            throw .notAccepted(page.describe(node), problem: notice)
        }
    }

    /// Chooses options of a select by their texts, or one of several radios by its label.
    ///
    /// - Parameter node: A select, a radio (which is chosen itself when there are no texts), or what radios are in.
    package func choose(_ texts: [String] = [], of node: NodeID) throws(SimulatorError) {
        page.prepareForInput()
        try page.checkReach(of: node)
        switch document.controlKind(of: node) {
        case .select(let isMultiple): try chooseOptions(texts, of: node, isMultiple: isMultiple)
        case .radio: try chooseRadio(texts, from: document.radioGroup(of: node), meaning: node)
        case .text, .textarea, .checkbox, .button, .image, .hidden, .file, .range, .color, .output:
            throw .notChoosable(page.describe(node))
        case nil:
            let radios = document.elements(below: node).filter { document.controlKind(of: $0) == .radio }
            guard !radios.isEmpty, !texts.isEmpty else { throw .notChoosable(page.describe(node)) }
            try chooseRadio(texts, from: radios, meaning: node)
        }
        settle()
    }

    /// Ticks a check box or radio that is not ticked.
    package func check(_ node: NodeID) throws(SimulatorError) {
        page.prepareForInput()
        try page.checkReach(of: node)
        switch document.controlKind(of: node) {
        case .checkbox, .radio: break
        case .text, .textarea, .select, .button, .image, .hidden, .file, .range, .color, .output, nil:
            throw .notCheckable(page.describe(node))
        }
        guard !document.isChecked(node) else { throw .alreadyChecked(page.describe(node)) }
        tick(node)
    }

    /// Takes the tick from a check box that has one.
    package func uncheck(_ node: NodeID) throws(SimulatorError) {
        page.prepareForInput()
        try page.checkReach(of: node)
        switch document.controlKind(of: node) {
        case .checkbox: break
        case .radio: throw .notUncheckable(page.describe(node))
        case .text, .textarea, .select, .button, .image, .hidden, .file, .range, .color, .output, nil:
            throw .notCheckable(page.describe(node))
        }
        guard document.isChecked(node) else { throw .alreadyUnchecked(page.describe(node)) }
        tick(node)
    }

    /// Dismisses the banner of a flash key by pressing its digit, and by a click where it has none.
    package func dismiss(_ key: String) throws(SimulatorError) {
        let banner = try banner(of: key)
        guard let digit = bannerKeys.first(where: { $0.banner == banner })?.key else { return page.dismiss(banner) }
        press(digit)
    }

    /// Dismisses the banner of a flash key by a click of the mouse, which leaves the focus where it is.
    package func dismissByClick(_ key: String) throws(SimulatorError) {
        let banner = try banner(of: key)
        reveal(banner.node)
        page.dismiss(banner)
    }

    private func banner(of key: String) throws(SimulatorError) -> Banner {
        page.prepareForInput()
        try page.checkNoQuestion()
        page.update()
        guard let banner = banners.first(where: { $0.key == key }) else {
            throw .noBanner(key: key, present: banners.compactMap(\.key))
        }
        return banner
    }

    private func tick(_ node: NodeID) {
        client.click(node)
        settle()
    }

    private func chooseOptions(_ texts: [String], of select: NodeID, isMultiple: Bool) throws(SimulatorError) {
        guard isMultiple || texts.count == 1 else { throw .oneOptionOnly(page.describe(select), asked: texts.count) }
        let options = document.options(of: select)
        var chosen: [NodeID] = []
        for text in texts {
            let matches = options.filter { document.optionText(of: $0) == text }
            guard let first = matches.first else {
                throw .optionNotOffered(page.describe(select), option: text, offered: options.map(document.optionText))
            }
            guard let option = matches.first(where: { !document.isDisabled($0) }) else {
                throw .optionDisabled(page.describe(select), option: document.optionText(of: first))
            }
            chosen.append(option)
        }
        client.focus(select)
        if document.isAlive(select) { client.choose(chosen, of: select) }
    }

    /// - Parameter target: The radio, or what the radios are in.
    private func chooseRadio(
        _ texts: [String], from radios: [NodeID], meaning target: NodeID
    ) throws(SimulatorError) {
        guard texts.count <= 1 else { throw .oneOptionOnly(page.describe(target), asked: texts.count) }
        var wanted = target
        if let text = texts.first {
            guard let match = radios.first(where: { document.accessibleName(of: $0) == text }) else {
                throw .optionNotOffered(
                    page.describe(target), option: text, offered: radios.map(document.accessibleName))
            }
            wanted = match
        }
        try page.checkReach(of: wanted)
        client.click(wanted)
    }
}

extension Simulator {
    /// Focuses a file input and chooses files in it, as one change.
    ///
    /// - Parameter paths: Where the files lie on this machine, for whoever listens.
    package func choose(
        _ files: [ClientFile], in node: NodeID, paths: [String] = []
    ) throws(SimulatorError) {
        page.prepareForInput()
        try page.checkReach(of: node)
        guard document.controlKind(of: node) == .file else { throw .notAFileInput(page.describe(node)) }
        guard files.count <= 1 || document.hasAttribute("multiple", of: node) else {
            throw .oneFileOnly(page.describe(node), asked: files.count)
        }
        page.hearing(.other) {
            page.tell(.upload(files, in: node, paths: paths))
            client.focus(node)
            if document.isAlive(node) { client.choose(files, in: node) }
            settle()
        }
    }
}
