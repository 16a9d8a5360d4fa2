import LiveClient
import Simulator

extension Interface {
    func handle(_ event: InputEvent) -> Reaction {
        work {
            switch event {
            case .key(let key): return press(key)
            case .paste(let text):
                if let overlay {
                    overlay.paste(text)
                } else if isInspectorFocused {
                    inspector?.paste(text)
                } else if layout.page != nil, isUsable {
                    history?.note(.paste)
                    simulator.paste(text)
                }
            case .mouse(let mouse):
                if isUsable { return handle(mouse) }
            case .answer: break
            }
            return .none
        }
    }

    var keyContext: PanelKeyMap.Context {
        PanelKeyMap.Context(
            takesPrintableKeys: isInspectorFocused
                ? inspector?.takesPrintableKeys == true
                : simulator.isEditing || simulator.hints != nil || simulator.question != nil,
            showsInspector: inspector != nil, keepsHistory: history != nil,
            hasSearch: search.map { $0.count > 0 } ?? false,
            hasCopyable: simulator.hasCopyable,
            isOnLink: simulator.document.activeElement.map(simulator.document.isLink) ?? false
        ) { [simulator] key in
            simulator.isFieldKey(key) || (!key.isCharacterWithAlt && simulator.isHeardByPage(key))
        }
    }

    /// The keys that quit as things are.
    var quitKeys: [Key] {
        let quitKeys = keys.keys(for: .quit, in: keyContext)
        return overlay == nil ? quitKeys : quitKeys.filter(keys.worksAnywhere)
    }

    func press(_ key: Key) -> Reaction {
        problems.acknowledge()
        bannerNews.acknowledge()
        if let overlay, overlay.takesQuitKey && keys.isQuit(key) || !keys.worksAnywhere(key) {
            let (reaction, isPassed) = take(overlay.press(key))
            guard isPassed else { return reaction }
        }
        if let sidePanel, inspector == nil, sidePanel.keys.contains(where: { $0.keys.contains(key) }) {
            overlay = sidePanel.press(key).map { LinePrompt($0) }
            return .none
        }
        if isInspectorFocused, !keys.worksAnywhere(key), let reaction = pressInInspector(key) { return reaction }
        if let action = keys.action(for: key, in: keyContext) { return perform(action) }
        guard isUsable, !isInspectorFocused else { return .none }
        if key == Key(.escape), simulator.client.loadingAddress != nil, simulator.question == nil {
            simulator.client.stopLoading()
        } else {
            noteForHistory(key)
            simulator.press(key)
            return answerPage()
        }
        return .none
    }

    /// Does what an overlay makes of an input.
    ///
    /// - Returns: Also whether the input goes on to what is behind it.
    func take(_ outcome: OverlayOutcome) -> (reaction: Reaction, isPassed: Bool) {
        switch outcome {
        case .open: return (.none, false)
        case .closed: overlay = nil
        case .closedAnd(let reaction):
            overlay = nil
            return (reaction, false)
        case .next(let next): overlay = next
        case .passed:
            overlay = nil
            return (.none, true)
        }
        return (.none, false)
    }

    private func perform(_ action: PanelAction) -> Reaction {
        switch action {
        case .quit: return askLastQuestion()
        case .suspend: return .suspend
        case .redraw: return .redraw
        case .help: overlay = OpenHelp(lines: helpLines)
        case .search: overlay = SearchPrompt(on: self)
        case .searchNext: stepSearch(isBackward: false)
        case .searchPrevious: stepSearch(isBackward: true)
        case .endSearch: endSearch()
        case .palette: openPalette()
        case .select: overlay = PageSelector(on: self)
        case .copy: return copyFocused()
        case .copyAddress: return copyAddress()
        case .picture: askForPicture()
        case .inspector:
            inspector == nil ? openInspector() : closeInspector()
        case .focusInspector: inspector?.hasFocus.toggle()
        case .scrollInspector(let step): inspector?.scroll(step)
        case .timeTravel: openTimeLine()
        case .mouse:
            isMouseOn.toggle()
            problems.tell(
                isMouseOn
                    ? "the mouse works the page again"
                    : "the mouse is the terminal's: select and copy as usual; the same key takes it back")
            return .mouse(isMouseOn)
        }
        return .none
    }

    /// Asks for the file that the last input made the page want.
    func askForFile() {
        guard let input = simulator.fileRequest else { return }
        let name = simulator.document.accessibleName(of: input)
        overlay = FilePrompt(label: name.isEmpty ? "File" : "File for \(name)") { [unowned self] file, path in
            do throws(SimulatorError) {
                try simulator.choose([file], in: input, paths: [path])
            } catch {
                problems.tell(error.message)
            }
        }
    }
}

extension Key {
    /// Whether it is a character with alt, which never reaches a page.
    fileprivate var isCharacterWithAlt: Bool {
        if case .character = code { modifiers == .alt } else { false }
    }
}
