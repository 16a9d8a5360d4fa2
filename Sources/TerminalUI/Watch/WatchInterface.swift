import Simulator
import TextLayout

/// Scenarios that are watched: a summary on top, failures in full below. It knows no terminal.
final class WatchInterface: TerminalInterface {
    private let suite: any WatchedSuite

    private var size: Size
    private var report: WatchReport
    private var panel = TextPanel(title: "Scenarios", hint: "↑↓ scrolls")
    private var help: OpenHelp?
    /// What is typed of a name to filter by.
    private var prompt: PromptLine?

    init(suite: any WatchedSuite, size: Size) {
        self.suite = suite
        self.size = size
        report = suite.report
        showReport()
    }

    private var isUsable: Bool {
        size.columns >= ChromeLayout.smallest.columns && size.rows >= ChromeLayout.smallest.rows
    }

    // MARK: - TerminalInterface

    var title: String { ReadableText.quote(report.summary) }

    var quitKeys: [Key] {
        help != nil || prompt != nil ? WatchKeyMap.quitKeys.filter(PanelKeyMap.worksAnywhere) : WatchKeyMap.quitKeys
    }

    var nextDeadline: Duration? { suite.nextLook }

    var isOver: Bool { suite.isOver }

    func passTime(to target: Duration) {
        suite.update(at: target)
        let newReport = suite.report
        guard newReport != report else { return }
        let isOtherText = newReport.text != report.text
        report = newReport
        if isOtherText { showReport() }
    }

    func resize(_ newSize: Size) {
        size = newSize
        showReport()
    }

    func handle(_ event: InputEvent) -> Reaction {
        switch event {
        case .key(let key): return press(key)
        case .paste(let text): prompt?.paste(text)
        case .answer: break
        case .mouse(let mouse): handle(mouse)
        }
        return .none
    }

    // MARK: - Input

    private func press(_ key: Key) -> Reaction {
        if prompt != nil, !PanelKeyMap.worksAnywhere(key) {
            pressInPrompt(key)
            return .none
        }
        if let help, !PanelKeyMap.worksAnywhere(key) {
            if !help.press(key).isOpen { self.help = nil }
            return .none
        }
        switch WatchKeyMap.action(for: key) {
        case .command(let command)?: suite.perform(command)
        case .askForName?: prompt = PromptLine(report.filter)
        case .scroll(let step)?: panel.scroll(step)
        case .help?: help = OpenHelp(lines: WatchKeyMap.help)
        case .quit?: return .quit
        case .redraw?: return .redraw
        case .suspend?: return .suspend
        case nil: break
        }
        return .none
    }

    private func pressInPrompt(_ key: Key) {
        switch key {
        case Key(.escape): prompt = nil
        case Key(.enter):
            if let text = prompt?.text { suite.perform(.filter(text)) }
            prompt = nil
        default: prompt?.press(key)
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
        case .wheelUp: panel.scroll(by: -wheel)
        case .wheelDown: panel.scroll(by: wheel)
        case .press, .release, .drag: break
        }
    }

    // MARK: - Picture

    private static let summaryRows = 2

    /// The panel below the summary.
    private var area: Rect {
        Rect(
            column: 0, row: Self.summaryRows, columns: size.columns, rows: max(2, size.rows - Self.summaryRows - 1))
    }

    private func showReport() {
        let lines = report.text.split(separator: "\n", omittingEmptySubsequences: false)
        panel.update(area: area) { columns in lines.flatMap { ReportLine.lines(of: $0, columns: columns) } }
    }

    func frame() -> Frame {
        guard isUsable else { return TooSmallNotice.frame(size: size) }
        var frame = Frame(size: size)
        var summary = StyledText(" \(report.mood.mark) \(report.summary) ", report.mood.style)
        if !report.filter.isEmpty { summary.append("  named \"\(report.filter)\"", ChromeStyle.address) }
        frame.draw(summary.cut(to: size.columns), at: Position(column: 0, row: 0), columns: size.columns)
        frame.draw(
            StyledText(" \(report.status)", ChromeStyle.quiet).cut(to: size.columns),
            at: Position(column: 0, row: 1), columns: size.columns)
        panel.draw(into: &frame, area: area)
        if let prompt {
            PromptBar(label: "Only cases named", editor: prompt.editor, note: nil).draw(into: &frame)
        } else {
            let commands: [WatchCommand] = [.runAll, .runFailed, .updateSnapshots, .runAgain]
            StatusLine(
                page: WatchKeyMap.statusEntries(of: commands.map(WatchAction.command) + [.askForName]),
                essentials: WatchKeyMap.statusEntries(of: [.help, .quit])
            ).draw(into: &frame, row: size.rows - 1)
        }
        help?.draw(into: &frame, layout: ChromeLayout(size: size, showsInspector: false))
        return frame
    }
}

extension WatchReport.Mood {
    fileprivate var mark: String {
        switch self {
        case .running: "…"
        case .passed: "✓"
        case .failed: "✗"
        case .unusable: "!"
        }
    }

    fileprivate var style: CellStyle {
        switch self {
        case .running: ChromeStyle.title
        case .passed: ChromeStyle.success
        case .failed: ChromeStyle.problem
        case .unusable: ChromeStyle.notice
        }
    }
}

/// Lines of a report, in colours; what is no part of a picture is wrapped.
private enum ReportLine {
    static func lines(of line: Substring, columns: Int) -> [StyledText] {
        let text = line.drop { $0 == " " }
        let isPicture =
            text.hasPrefix("+--") || text.drop(while: \.isNumber).hasPrefix(" |")
            || (text.first?.isNumber == true && text.drop(while: \.isNumber).hasPrefix(" >"))
        if isPicture { return [StyledText(String(line), ChromeStyle.quiet).cut(to: columns)] }
        return StyledText(String(line), style(of: line, text)).wrapped(to: columns)
    }

    private static func style(of line: Substring, _ text: Substring) -> CellStyle {
        if text.hasPrefix("wanted") || text.hasPrefix("+ ") { return ChromeStyle.string }
        if text.hasPrefix("found") || text.hasPrefix("- ") { return ChromeStyle.failure }
        return line.first.map { $0 != " " } == true ? ChromeStyle.title : .plain
    }
}
