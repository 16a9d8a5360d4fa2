import LiveClient
import LiveProtocol
import Simulator
import TextLayout

/// The page with all that stands around it: inputs in, frames out. It knows no terminal.
final class Interface: TerminalInterface {
    let simulator: Simulator
    /// What the sessions of the page say that they do; nil where the page's host lets nobody see.
    private let recorder: SessionRecorder?
    /// The real time since the start, by which work is measured.
    private let now: () -> Duration
    /// What stands beside the page where the inspector is not shown.
    let sidePanel: (any SidePanel)?

    private(set) var size: Size
    private var layout: ChromeLayout
    private var inspector: TextPanel?
    private var help = Help()
    /// Asks for a file while a page wants one.
    private var filePrompt: FilePrompt?
    /// Asks what the side panel wants to know.
    var linePrompt: LinePrompt?
    /// Where on the page a mark began that the mouse is making.
    private var markStart: Position?
    private var isMouseOn: Bool
    private var journal = EventJournal()
    private var problems = ProblemWatch()
    private var wasConnectionLost = false
    /// What the inspector shows of the session, and whether the rest of it is out of date.
    private var inspected: Inspection?
    private var isInspectorStale = true

    init(
        simulator: Simulator, recorder: SessionRecorder? = nil, size: Size, isMouseOn: Bool = true,
        sidePanel: (any SidePanel)? = nil, now: @escaping () -> Duration
    ) {
        self.simulator = simulator
        self.recorder = recorder
        self.size = size
        self.isMouseOn = isMouseOn
        self.sidePanel = sidePanel
        self.now = now
        layout = ChromeLayout(size: size, showsInspector: false)
        arrange()
        noteOutcome(took: .zero)
    }

    private var isUsable: Bool {
        size.columns >= ChromeLayout.smallest.columns && size.rows >= ChromeLayout.smallest.rows
    }

    /// For the title of the terminal's window.
    var title: String {
        let title = simulator.client.title
        return ReadableText.quote(title.isEmpty ? simulator.client.url : title)
    }

    // MARK: - Time and size

    var nextDeadline: Duration? { simulator.clock.nextDeadline }

    /// How long the page may work before keys, and the picture, get their turn.
    private static let longestTurn = Duration.milliseconds(40)

    /// Does work on the page; what it does not get done in time waits for the next turn.
    private func work<Result>(_ body: () -> Result) -> Result {
        let start = now()
        let now = now
        simulator.client.isTurnOver = { now() - start > Self.longestTurn }
        defer {
            simulator.client.isTurnOver = nil
            noteOutcome(took: now() - start)
        }
        return body()
    }

    /// Lets the page go on to a time and takes in what has come from elsewhere.
    ///
    /// Timers that fell due while the program was busy or stopped run one by one, but not for so long that keys wait.
    func passTime(to target: Duration) {
        work {
            let start = now()
            let clock = simulator.clock
            while let next = clock.nextDeadline, next <= target, now() - start < Self.longestTurn {
                simulator.advance(by: max(.zero, next - clock.now))
            }
            if clock.nextDeadline.map({ $0 > target }) ?? true {
                simulator.advance(by: max(.zero, target - clock.now))
            }
        }
    }

    func resize(_ newSize: Size) {
        size = newSize
        arrange()
    }

    /// Gives every part its place; the page keeps its size while the terminal is too small.
    private func arrange() {
        guard isUsable else { return }
        layout = ChromeLayout(size: size, showsInspector: inspector != nil || sidePanel != nil)
        // A side panel that leaves no room for the page is not shown.
        if layout.page == nil, inspector == nil { layout = ChromeLayout(size: size, showsInspector: false) }
        if let content = layout.pageContent { simulator.resize(content.size) }
        isInspectorStale = true
    }

    // MARK: - Input

    func handle(_ event: InputEvent) -> Reaction {
        work {
            switch event {
            case .key(let key): return press(key)
            case .paste(let text):
                if linePrompt != nil {
                    linePrompt?.paste(text)
                } else if filePrompt != nil {
                    filePrompt?.paste(text)
                } else if !help.isShown, layout.page != nil, isUsable {
                    simulator.paste(text)
                }
            case .mouse(let mouse):
                if isUsable { handle(mouse) }
            }
            return .none
        }
    }

    private var keyContext: PanelKeyMap.Context {
        PanelKeyMap.Context(
            takesPrintableKeys: simulator.isEditing || simulator.hints != nil || simulator.question != nil,
            showsInspector: inspector != nil)
    }

    private func press(_ key: Key) -> Reaction {
        problems.acknowledge()
        if linePrompt != nil, key != Key(.character("z"), .control), key != Key(.character("l"), .control) {
            return pressInLinePrompt(key)
        }
        if filePrompt != nil, !PanelKeyMap.worksAnywhere(key) {
            pressInPrompt(key)
            return .none
        }
        if help.isShown, !PanelKeyMap.worksAnywhere(key) {
            help.press(key, helpLines, in: size)
            return .none
        }
        if let sidePanel, inspector == nil, sidePanel.keys.contains(where: { $0.keys.contains(key) }) {
            linePrompt = sidePanel.press(key).map { LinePrompt($0) }
            return .none
        }
        if let action = PanelKeyMap.action(for: key, in: keyContext) { return perform(action) }
        guard isUsable else { return .none }
        if key == Key(.escape), simulator.client.loadingAddress != nil, simulator.question == nil {
            simulator.client.stopLoading()
        } else if layout.page == nil {
            pressInInspector(key)
        } else {
            simulator.press(key)
            askForFile()
        }
        return .none
    }

    /// Asks for the file that the last input made the page want.
    private func askForFile() {
        guard let input = simulator.fileRequest else { return }
        let name = simulator.document.accessibleName(of: input)
        filePrompt = FilePrompt(for: input, label: name.isEmpty ? "File" : "File for \(name)")
    }

    private func pressInPrompt(_ key: Key) {
        guard let input = filePrompt?.input, let outcome = filePrompt?.press(key) else { return }
        switch outcome {
        case .open: return
        case .cancelled: filePrompt = nil
        case .chosen(let file, let path):
            filePrompt = nil
            do throws(SimulatorError) {
                try simulator.choose([file], in: input, paths: [path])
            } catch {
                problems.tell(error.message)
            }
        }
    }

    /// The keys that quit as things are.
    var quitKeys: [Key] {
        let keys = PanelKeyMap.keys(for: .quit, in: keyContext)
        return filePrompt == nil && linePrompt == nil && !help.isShown ? keys : keys.filter(PanelKeyMap.worksAnywhere)
    }

    private func perform(_ action: PanelAction) -> Reaction {
        switch action {
        case .quit: return askLastQuestion()
        case .suspend: return .suspend
        case .redraw: return .redraw
        case .help: help.show()
        case .inspector:
            inspector = inspector == nil ? TextPanel(title: "Inspector") : nil
            arrange()
        case .scrollInspector(let step): inspector?.scroll(step)
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

    /// Where the inspector has the whole terminal, the usual keys scroll it.
    private func pressInInspector(_ key: Key) {
        if key == Key(.escape) {
            inspector = nil
            arrange()
        } else if let step = ScrollStep(key: key) {
            inspector?.scroll(step)
        }
    }

    private func handle(_ mouse: MouseEvent) {
        guard linePrompt == nil else { return }
        let wheel = 3
        switch mouse.action {
        case .press(.left):
            problems.acknowledge()
            filePrompt = nil
            if help.isShown {
                help.hide()
            } else if let content = layout.pageContent, content.contains(mouse.position) {
                let position = Self.position(mouse.position, in: content)
                if sidePanel?.takesMarks == true { return markStart = position }
                simulator.click(at: position)
                askForFile()
            }
        case .release:
            guard let start = markStart, let content = layout.pageContent else { return }
            markStart = nil
            sidePanel?.mark(from: start, to: Self.position(mouse.position, in: content))
        case .wheelUp: turnWheel(by: -wheel, at: mouse.position)
        case .wheelDown: turnWheel(by: wheel, at: mouse.position)
        case .press(.middle), .press(.right): break
        }
    }

    private func turnWheel(by rows: Int, at position: Position) {
        if help.isShown {
            help.scroll(by: rows, helpLines, in: size)
        } else if let area = layout.inspector, area.contains(position) {
            inspector?.scroll(by: rows)
        } else if let content = layout.pageContent, content.contains(position) {
            simulator.wheel(by: rows, at: Self.position(position, in: content))
        }
    }

    private static func position(_ position: Position, in area: Rect) -> Position {
        Position(column: position.column - area.origin.column, row: position.row - area.origin.row)
    }

    /// Notes what the last work brought about.
    private func noteOutcome(took duration: Duration) {
        let client = simulator.client
        switch (wasConnectionLost, client.isConnectionLost) {
        case (true, false): problems.tell("the server is there again")
        // What was told before stands in the way of what is more important now.
        case (false, true): problems.acknowledge()
        case (true, true), (false, false): break
        }
        wasConnectionLost = client.isConnectionLost
        let observed = recorder?.take() ?? []
        journal.record(client.log, logCapacity: client.settings.logCapacity, duration: duration, observed: observed)
        // What was wrong with a page's files is over, or is told anew right behind.
        if observed.contains(where: { $0.happening == .reloaded }) { problems.acknowledge() }
        if problems.hasNews(in: client.log) || observed.contains(where: { $0.failure != nil }) {
            problems.update(simulator.problems)
            isInspectorStale = true
        }
    }

    // MARK: - Picture

    private var helpLines: [HelpLine] {
        simulator.keyHelp.map { HelpLine($0) } + sidePanelHelp + PanelKeyMap.help(in: keyContext)
    }

    /// The whole terminal.
    func frame() -> Frame {
        guard isUsable else { return TooSmallNotice.frame(size: size) }
        var frame = Frame(size: size)
        drawPage(into: &frame)
        if let area = layout.inspector {
            if let sidePanel, inspector == nil {
                SidePanelDrawing(panel: sidePanel).draw(into: &frame, area: area)
            } else {
                drawInspector(into: &frame, area: area)
            }
        }
        StatusLine(
            page: layout.page == nil ? [] : simulator.keyHelp.map { HelpLine($0) },
            essentials: PanelKeyMap.essentials(in: keyContext)
        ).draw(into: &frame, row: layout.statusRow)
        if let linePrompt {
            PromptBar(label: linePrompt.question.label, editor: linePrompt.editor).draw(into: &frame)
        } else if let filePrompt {
            PromptBar(label: filePrompt.label, editor: filePrompt.editor, note: filePrompt.note).draw(into: &frame)
        } else if let question = simulator.question {
            MessageBar(text: "\(question)  (y: yes, n: no)", kind: .question).draw(into: &frame)
        } else if let problem = problems.message {
            MessageBar(text: problem.text, kind: problem.isProblem ? .problem : .notice).draw(into: &frame)
        } else if let notice = simulator.notice {
            MessageBar(text: notice, kind: .notice).draw(into: &frame)
        } else if let address = simulator.client.loadingAddress {
            MessageBar(text: "waiting for \(ReadableText.quote(address))  (Esc: stay here)", kind: .notice)
                .draw(into: &frame)
        } else if simulator.client.isConnectionLost {
            let text = "the server cannot be reached; what is done here does not get to it until it is there again"
            MessageBar(text: text, kind: .problem).draw(into: &frame)
        }
        help.draw(helpLines, into: &frame)
        return frame
    }

    private func drawPage(into frame: inout Frame) {
        guard let area = layout.page, let content = layout.pageContent else { return }
        let page = simulator.frame()
        PagePanel(
            title: simulator.client.title, path: simulator.client.address, status: simulator.client.status,
            isLoading: simulator.client.loadingAddress != nil, scrollRow: simulator.scrollRow,
            pageHeight: simulator.pageHeight
        ).draw(into: &frame, area: area)
        frame.copy(page, into: content)
        if let cursor = page.cursor {
            frame.cursor = Position(
                column: cursor.column + content.origin.column, row: cursor.row + content.origin.row)
        }
    }

    private func drawInspector(into frame: inout Frame, area: Rect) {
        let inspection = simulator.client.inspection
        if isInspectorStale || inspection != inspected {
            isInspectorStale = false
            inspected = inspection
            let content = InspectorContent(
                inspection: inspection, isRemote: simulator.client.settings.isRemote,
                scripts: simulator.client.needsOfScripts, records: journal.records)
            inspector?.update(area: area) { content.lines(columns: $0) }
        }
        inspector?.draw(into: &frame, area: area)
    }
}
