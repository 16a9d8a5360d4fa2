import Simulator
import TextLayout

/// Takes the words of a search at the foot of the terminal; what they find is marked at each key.
final class SearchPrompt: Overlay {
    private unowned let interface: Interface
    private var line: PromptLine
    /// Where the page was scrolled to, and what was searched for, before.
    private let startRow: Int
    private let before: PageSearch?

    init(on interface: Interface) {
        self.interface = interface
        line = PromptLine()
        startRow = interface.simulator.scrollRow
        before = interface.search
        interface.search = PageSearch(on: interface.simulator)
    }

    var keyHelp: [HelpLine] { [] }

    func press(_ key: Key) -> OverlayOutcome {
        switch key {
        case Key(.escape):
            interface.search = nil
            interface.simulator.scroll(by: startRow - interface.simulator.scrollRow)
            return .closed
        case Key(.enter):
            // Without words the search before goes on.
            if line.text.isEmpty {
                interface.search = before
                interface.stepSearch(isBackward: false)
            } else if interface.search?.count == 0 {
                interface.search = nil
                interface.problems.tell("\(ReadableText.quote(line.text)) is not on this page")
            }
            return .closed
        case Key(.down): interface.stepSearch(isBackward: false)
        case Key(.up): interface.stepSearch(isBackward: true)
        case Key(.backspace) where line.text.isEmpty: return press(Key(.escape))
        default:
            let words = line.text
            line.press(key)
            if line.text != words { look() }
        }
        return .open
    }

    func paste(_ text: String) {
        line.paste(text)
        look()
    }

    func handle(_ mouse: MouseEvent, layout: ChromeLayout) -> OverlayOutcome {
        switch mouse.action {
        case .press(.left): return press(Key(.enter))
        case .wheelUp: interface.simulator.scroll(by: -3)
        case .wheelDown: interface.simulator.scroll(by: 3)
        case .press, .release, .drag: break
        }
        return .open
    }

    private func look() {
        interface.search?.look(for: line.text, fromRow: startRow)
        if interface.search?.current == nil {
            interface.simulator.scroll(by: startRow - interface.simulator.scrollRow)
        } else {
            interface.showCurrentHit()
        }
    }

    func draw(into frame: inout Frame, layout: ChromeLayout) {
        PromptBar(label: "Search", editor: line.editor).draw(into: &frame)
        guard let position = interface.search?.position, !position.isEmpty else { return }
        let text = StyledText(" \(position) ", ChromeStyle.notice)
        let column = frame.size.columns - text.width - 1
        let cursor = frame.cursor?.column ?? 0
        if column > cursor + 1 {
            frame.draw(text, at: Position(column: column, row: frame.size.rows - 1), columns: text.width)
        }
    }
}
