import HTMLTree
import LiveClient
import LiveProtocol
import Simulator
import TextLayout

/// The inspector: three panes about the page, with a focus of its own (TheTerminal.md, "The inspector").
final class Inspector {
    /// What came of an input, for whoever the inspector stands in.
    enum Outcome {
        case none
        /// The keys are the page's again.
        case left
        /// It takes another share of the terminal.
        case resized
        /// There is something to say to the person.
        case told(String)
        case copied(String)
        case edit(EditRequest)
    }

    private let simulator: Simulator
    /// The target by which scenarios name an element.
    private let target: ((NodeID) -> String?)?
    private let state: StatePane
    private let elements: ElementsPane
    private let events: EventsPane

    private(set) var kind = InspectorPaneKind.state
    /// Whether keys go to it in place of the page.
    var hasFocus = true
    /// Its part of the terminal, in per cent.
    private(set) var share = ChromeLayout.usualShare
    /// Whether the next click on the page, or label, selects an element.
    private(set) var isPicking = false
    /// What is typed to search or filter by, while it is.
    private var prompt: PromptLine?
    private var lastSearch = ""
    /// Where the rows were drawn last.
    private var rowsArea = Rect(column: 0, row: 0, columns: 0, rows: 0)
    private var tabColumns: [InspectorPaneKind: Range<Int>] = [:]

    init(of simulator: Simulator, target: ((NodeID) -> String?)?) {
        self.simulator = simulator
        self.target = target
        state = StatePane(of: simulator)
        elements = ElementsPane(of: simulator)
        events = EventsPane()
    }

    private var pane: any InspectorPane {
        switch kind {
        case .state: state
        case .elements: elements
        case .events: events
        }
    }

    /// Whether letters are text or the letters of a label.
    var takesPrintableKeys: Bool { hasFocus && (prompt != nil || isPicking) }

    /// Takes in what happened since the last time.
    func update(_ journal: EventJournal, _ recorder: SessionRecorder?) {
        events.update(journal.records, recorder?.callbacks.traces ?? [])
        if journal.secrets != state.secrets {
            state.secrets = journal.secrets
            elements.secrets = journal.secrets
            events.secrets = journal.secrets
        }
        state.noteEvent(recorder?.endedViews ?? [])
    }

    // MARK: - Keys

    /// Whether it has a use for a key.
    func takes(_ key: Key) -> Bool {
        if prompt != nil { return !key.isFunction }
        if isPicking { return key.character != nil || key.modifiers.isEmpty && !key.isFunction }
        return InspectorKeyMap.action(for: key, on: kind) != nil
    }

    func press(_ key: Key) -> Outcome {
        if prompt != nil { return pressInPrompt(key) }
        if isPicking { return pressWhilePicking(key) }
        guard let action = InspectorKeyMap.action(for: key, on: kind) else { return .none }
        return perform(action)
    }

    func paste(_ text: String) { prompt?.paste(text) }

    private func perform(_ action: InspectorAction) -> Outcome {
        switch action {
        case .show(let kind): self.kind = kind
        case .nextPane: kind = kind.stepped(by: 1)
        case .previousPane: kind = kind.stepped(by: -1)
        case .move(let step): pane.move(step)
        case .fold: pane.fold()
        case .unfold: pane.unfold()
        case .toggle: pane.toggle()
        case .pick: startPicking()
        case .copy: return copy()
        case .copySelector:
            guard let node = elements.selected else { return .told("no element is selected") }
            return .copied(CSSNames.unique(of: node, in: simulator.document))
        case .styles: elements.showStyles()
        case .ignored: elements.showIgnored()
        case .search: prompt = PromptLine(kind == .events ? events.filter : "")
        case .searchAgain: return find(lastSearch)
        case .statics: events.toggleStatics()
        case .calls: events.toggleCalls()
        case .source: return openSource()
        case .grow: return resize(by: 5)
        case .shrink: return resize(by: -5)
        case .leave:
            if kind == .elements, elements.styles != nil {
                elements.hideStyles()
            } else if kind == .events, !events.filter.isEmpty {
                events.setFilter("")
            } else {
                return .left
            }
        }
        return .none
    }

    /// Scrolls it while the keys are the page's.
    func scroll(_ step: ScrollStep) { pane.move(step) }

    private func resize(by step: Int) -> Outcome {
        share = min(max(20, share + step), 80)
        return .resized
    }

    private func copy() -> Outcome {
        switch kind {
        case .state: return state.selectedText.map { .copied($0) } ?? .told("there is no value here")
        case .events: return events.selectedText.map { .copied($0) } ?? .told("this event has no payload")
        case .elements:
            guard let node = elements.selected else { return .told("no element is selected") }
            if let text = target?(node) { return .copied(text) }
            return .told("no target means this element alone, or it is not to be seen; Y copies a CSS selector")
        }
    }

    private func openSource() -> Outcome {
        guard let part = kind == .state ? state.selectedPart : state.mainPart else {
            return .told("this page has no view whose source is known")
        }
        guard let route = part.route ?? state.mainPart?.route else {
            return .told("nobody knows where \(part.type) is written")
        }
        guard let place = ViewSource.place(of: part.type, near: route) else {
            return .told("the source is not on this machine: \(ReadableText.quote(route.path))")
        }
        return .edit(EditRequest(path: place.path, line: place.line))
    }

    // MARK: - Searching

    private func pressInPrompt(_ key: Key) -> Outcome {
        switch key {
        case Key(.escape):
            prompt = nil
            if kind == .events { events.setFilter("") }
        case Key(.enter):
            let text = prompt?.editor.text ?? ""
            prompt = nil
            if kind == .elements { return find(text) }
        default:
            prompt?.press(key)
            if kind == .events { events.setFilter(prompt?.editor.text ?? "") }
        }
        return .none
    }

    private func find(_ text: String) -> Outcome {
        lastSearch = text
        guard !text.isEmpty else { return .none }
        return elements.find(text) ? .none : .told("no element fits \(ReadableText.quote(text))")
    }

    // MARK: - Picking

    private func startPicking() {
        kind = .elements
        isPicking = true
        simulator.showElementLabels()
    }

    private func endPicking() {
        isPicking = false
        simulator.hideElementLabels()
    }

    private func pressWhilePicking(_ key: Key) -> Outcome {
        switch simulator.pressInElementLabels(key) {
        case .open: break
        case .ended: endPicking()
        case .picked(let node):
            endPicking()
            elements.select(node)
        }
        return .none
    }

    /// Takes a click on the page while an element is being picked.
    ///
    /// - Returns: Whether it was meant for that.
    func pick(at position: Position) -> Bool {
        guard isPicking else { return false }
        endPicking()
        if let node = simulator.element(at: position) { elements.select(node) }
        return true
    }

    // MARK: - Mouse

    /// A click in it: it gets the focus, a row is selected and folded, a tab shows its pane.
    func click(at position: Position) {
        hasFocus = true
        if let kind = tabColumns.first(where: { $0.value.contains(position.column) })?.key,
            position.row == rowsArea.origin.row - 1
        {
            self.kind = kind
        } else if rowsArea.contains(position) {
            pane.select(shownRow: position.row - rowsArea.origin.row)
        }
    }

    func turnWheel(by rows: Int) {
        for _ in 0..<abs(rows) { pane.move(rows < 0 ? .lineUp : .lineDown) }
    }

    // MARK: - Picture

    /// What is marked on the page because of it.
    var highlights: [PageHighlight] {
        guard !isPicking else { return [] }
        switch kind {
        case .state: return hasFocus ? state.highlights : []
        case .elements: return elements.highlights
        case .events: return []
        }
    }

    /// Its keys of this moment, for the status line.
    var keyHelp: [HelpLine] {
        if prompt != nil {
            let does = kind == .events ? "keep the filter" : "find"
            return [
                HelpLine(keys: "enter", does: does, group: InspectorKeyMap.group),
                HelpLine(keys: "escape", does: "put it away", group: InspectorKeyMap.group),
            ]
        }
        if isPicking {
            return [
                HelpLine(keys: "letters", does: "pick by label", group: InspectorKeyMap.group),
                HelpLine(keys: "click", does: "pick by mouse", group: InspectorKeyMap.group),
                HelpLine(keys: "escape", does: "pick nothing", group: InspectorKeyMap.group),
            ]
        }
        return InspectorKeyMap.essentials(on: kind)
    }

    /// All its keys, for the help.
    var fullHelp: [HelpLine] { InspectorKeyMap.help(on: kind) }

    func draw(into frame: inout Frame, area: Rect) {
        let inside = ChromeLayout.inside(area)
        frame.fill(area)
        // The panes are named in any case.
        let note = StyledText(pane.note, ChromeStyle.quiet)
        let hasRoom = tabs.width + note.width + 9 <= area.size.columns
        frame.drawBox(
            area, title: tabs, note: hasRoom ? note : StyledText(),
            style: hasFocus ? ChromeStyle.address : ChromeStyle.border)
        rowsArea = Rect(
            column: inside.origin.column, row: inside.origin.row, columns: inside.size.columns,
            rows: inside.size.rows - (prompt == nil ? 0 : 1))
        tabColumns = [:]
        var column = area.origin.column + 3
        for kind in InspectorPaneKind.allCases {
            let width = kind.word.count + 2
            tabColumns[kind] = column..<column + width
            column += width + 2
        }
        pane.draw(into: &frame, area: rowsArea, hasFocus: hasFocus)
        if hasFocus { frame.cursor = nil }
        if let prompt { draw(prompt, into: &frame, row: rowsArea.rows.upperBound, inside) }
    }

    private var tabs: StyledText {
        var tabs = StyledText()
        for (place, kind) in InspectorPaneKind.allCases.enumerated() {
            if place > 0 { tabs.append("  ") }
            let isShown = kind == self.kind
            tabs.append(String(kind.digit), hasFocus ? ChromeStyle.key : ChromeStyle.quiet)
            tabs.append(" ")
            tabs.append(kind.word, isShown ? Self.shownTab : ChromeStyle.quiet)
        }
        return tabs
    }

    private static let shownTab = CellStyle(attributes: [.bold, .reverse])

    private func draw(_ prompt: PromptLine, into frame: inout Frame, row: Int, _ inside: Rect) {
        var line = StyledText("/", ChromeStyle.key)
        line.append(prompt.editor.text)
        let shown = frame.draw(
            line, at: Position(column: inside.origin.column + 1, row: row), columns: inside.size.columns - 2)
        let caret = min(shown, 1 + TextWidth.width(of: String(prompt.editor.characters[..<prompt.editor.caret])))
        frame.cursor = Position(column: inside.origin.column + 1 + caret, row: row)
    }
}

extension Key {
    fileprivate var isFunction: Bool {
        if case .function = code { true } else { false }
    }
}
