import Simulator
import TextLayout

/// Cases that were run, stepped through by a person. It knows no terminal.
final class PlayerInterface: TerminalInterface {
    private let cases: [PlayedCase]
    /// The time between two steps while it plays.
    private let interval: Duration

    private var size: Size
    private(set) var position: (played: Int, step: Int)
    private var moment: PlayedCase.Moment
    /// When the next step is due; nil while it is paused.
    private var nextStep: Duration?
    private var time = Duration.zero
    private var picture = PicturePanel()
    private var steps = StepPanel()
    private var inspector: TextPanel?
    private var showsSteps = true
    private var help: OpenHelp?
    /// Whether the person wants to work the page by hand.
    private(set) var isToGoOn = false

    /// - Parameters:
    ///   - cases: At least one.
    ///   - interval: The time between two steps while it plays.
    ///   - start: The case and the step to begin with, counted from 0.
    ///   - isPlaying: Whether it plays from the start.
    init(
        cases: [PlayedCase], size: Size, interval: Duration, start: (played: Int, step: Int) = (0, 0),
        isPlaying: Bool = false
    ) {
        self.cases = cases
        self.size = size
        self.interval = interval
        position = start
        moment = cases[start.played].moment(start.step)
        if isPlaying { nextStep = interval }
        arrange()
    }

    private var played: PlayedCase { cases[position.played] }

    private var isLast: Bool { position.step == played.steps.count - 1 }

    private var layout: PlayerLayout {
        PlayerLayout(
            size: size, pictureSize: moment.frame.size,
            stepRows: StepPanel.height(of: position.step, in: played, columns: max(1, size.columns - 4)) + 2,
            showsSteps: showsSteps, showsInspector: inspector != nil)
    }

    private var isUsable: Bool {
        size.columns >= ChromeLayout.smallest.columns && size.rows >= ChromeLayout.smallest.rows
    }

    // MARK: - TerminalInterface

    var title: String { ReadableText.quote(played.title) }

    var quitKeys: [Key] {
        let keys = PlayerKeyMap.keys(for: .quit)
        return help != nil ? keys.filter(PanelKeyMap.worksAnywhere) : keys
    }

    var nextDeadline: Duration? { nextStep }

    func passTime(to target: Duration) {
        time = target
        guard let due = nextStep, due <= target else { return }
        // A step that is late because the program was stopped is not made up for.
        nextStep = target + interval
        move(to: position.step + 1)
        if isLast { nextStep = nil }
    }

    func resize(_ newSize: Size) {
        size = newSize
        arrange()
    }

    func handle(_ event: InputEvent) -> Reaction {
        switch event {
        case .key(let key): return press(key)
        case .paste, .answer: return .none
        case .mouse(let mouse):
            if isUsable { handle(mouse) }
            return .none
        }
    }

    // MARK: - Input

    private func press(_ key: Key) -> Reaction {
        if let help, !PanelKeyMap.worksAnywhere(key) {
            if !help.press(key).isOpen { self.help = nil }
            return .none
        }
        guard let action = PlayerKeyMap.action(for: key), !idleActions.contains(action) else { return .none }
        return perform(action)
    }

    private func perform(_ action: PlayerAction) -> Reaction {
        switch action {
        case .playOrPause:
            nextStep = nextStep == nil && !isLast ? time + interval : nil
        case .step(let count): pause(at: position.step + count)
        case .first: pause(at: 0)
        case .last: pause(at: played.steps.count - 1)
        case .failure: if let step = played.failedStep { pause(at: step) }
        case .nextCase: open(position.played + 1)
        case .previousCase: open(position.played - 1)
        case .goOn:
            isToGoOn = true
            return .quit
        case .inspector:
            inspector = inspector == nil ? TextPanel(title: "Inspector") : nil
            arrange()
        case .list:
            showsSteps.toggle()
            arrange()
        case .scrollPicture(let rows, let columns):
            picture.scroll(columns: columns, rows: rows, of: moment.frame.size, in: layout.picture)
        case .scrollText(let step): scrollText(step)
        case .help: help = OpenHelp(lines: helpLines)
        case .quit: return .quit
        case .redraw: return .redraw
        case .suspend: return .suspend
        }
        return .none
    }

    private func scrollText(_ step: ScrollStep) {
        if inspector != nil {
            inspector?.scroll(step)
        } else if let area = layout.steps {
            let page = max(1, area.size.rows - 3)
            switch step {
            case .lineUp: steps.scroll(by: -1, of: played, in: area)
            case .lineDown: steps.scroll(by: 1, of: played, in: area)
            case .pageUp: steps.scroll(by: -page, of: played, in: area)
            case .pageDown: steps.scroll(by: page, of: played, in: area)
            case .top, .bottom: break
            }
        }
    }

    private func handle(_ mouse: MouseEvent) {
        if let help {
            let layout = ChromeLayout(size: size, showsInspector: false)
            if !help.handle(mouse, layout: layout).isOpen { self.help = nil }
            return
        }
        let wheel = 3
        switch mouse.action {
        case .press(.left):
            if let area = layout.steps, area.contains(mouse.position),
                let step = steps.step(at: mouse.position.row, of: played, in: area)
            {
                pause(at: step)
            }
        case .wheelUp: turnWheel(by: -wheel, at: mouse.position)
        case .wheelDown: turnWheel(by: wheel, at: mouse.position)
        case .press(.middle), .press(.right), .release, .drag: break
        }
    }

    private func turnWheel(by rows: Int, at place: Position) {
        let layout = layout
        if let area = layout.inspector, area.contains(place) {
            inspector?.scroll(by: rows)
        } else if let area = layout.steps, area.contains(place) {
            steps.scroll(by: rows, of: played, in: area)
        } else {
            picture.scroll(columns: 0, rows: rows, of: moment.frame.size, in: layout.picture)
        }
    }

    // MARK: - Moving

    private func pause(at step: Int) {
        nextStep = nil
        move(to: step)
    }

    private func move(to step: Int) {
        let step = min(max(0, step), played.steps.count - 1)
        guard step != position.step else { return }
        position.step = step
        moment = played.moment(step)
        arrange()
    }

    private func open(_ index: Int) {
        guard cases.indices.contains(index) else { return }
        nextStep = nil
        position = (index, 0)
        moment = played.moment(0)
        (steps, picture) = (StepPanel(), PicturePanel())
        arrange()
    }

    /// Brings all panels in line with the step and the terminal's size.
    private func arrange() {
        guard isUsable else { return }
        let layout = layout
        picture.scroll(columns: 0, rows: 0, of: moment.frame.size, in: layout.picture)
        if let area = layout.steps { steps.show(position.step, of: played, in: area) }
        if let area = layout.inspector {
            inspector?.scroll(.top)
            inspector?.update(area: area) { MomentContent(moment: moment).lines(columns: $0) }
        }
    }

    // MARK: - Picture

    /// What does nothing as things are.
    private var idleActions: Set<PlayerAction> {
        var idle: Set<PlayerAction> = []
        if !(played.canGoOn && isLast) { idle.insert(.goOn) }
        if played.failedStep == nil { idle.insert(.failure) }
        if cases.count == 1 { idle.formUnion([.nextCase, .previousCase]) }
        return idle
    }

    private var helpLines: [HelpLine] { PlayerKeyMap.help(without: idleActions) }

    func frame() -> Frame {
        guard isUsable else { return TooSmallNotice.frame(size: size) }
        let layout = layout
        var frame = Frame(size: size)
        if layout.picture.size.rows > 0 {
            picture.draw(moment, footer: layout.steps == nil ? present : notes, into: &frame, area: layout.picture)
        }
        if let area = layout.steps {
            steps.draw(
                played, present: position.step, note: progress, footer: ending, into: &frame, area: area)
        }
        if let area = layout.inspector { inspector?.draw(into: &frame, area: area) }
        let actions: [PlayerAction] = [.goOn, .playOrPause, .step(1), .step(-1), .failure, .nextCase]
        let idle = idleActions
        StatusLine(
            page: PlayerKeyMap.statusEntries(of: actions.filter { !idle.contains($0) }),
            essentials: PlayerKeyMap.statusEntries(of: [.help, .inspector, .quit])
        ).draw(into: &frame, row: layout.statusRow)
        help?.draw(into: &frame, layout: ChromeLayout(size: size, showsInspector: false))
        return frame
    }

    private var progress: StyledText {
        var text = StyledText(nextStep == nil ? "paused" : "playing", ChromeStyle.quiet)
        text.append("  \(position.step + 1) of \(played.steps.count)", ChromeStyle.key)
        return text
    }

    private var notes: StyledText { StyledText(moment.notes.joined(separator: ", "), ChromeStyle.quiet) }

    /// The present step in a line, where the steps are not shown.
    private var present: StyledText {
        var text = progress
        text.append("  \(played.steps[position.step].source)")
        return text
    }

    private var ending: StyledText {
        var text = StyledText(played.ending, played.isFailure ? ChromeStyle.failure : ChromeStyle.quiet)
        if cases.count > 1 { text.append("  case \(position.played + 1) of \(cases.count)", ChromeStyle.quiet) }
        return text
    }
}
