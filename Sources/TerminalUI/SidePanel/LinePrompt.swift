import Simulator
import TextLayout

/// Takes the answer to a question of a side panel, at the foot of the terminal.
final class LinePrompt: Overlay {
    private let question: SidePanelQuestion
    /// Whether the session ends with the answer.
    private let isLast: Bool
    private var line: PromptLine

    init(_ question: SidePanelQuestion, isLast: Bool = false) {
        self.question = question
        self.isLast = isLast
        line = PromptLine(question.text)
    }

    var takesQuitKey: Bool { isLast }

    let keyHelp = [
        HelpLine(keys: "enter", does: "answer", group: "Question"),
        HelpLine(keys: "escape", does: "leave it", group: "Question"),
    ]

    func press(_ key: Key) -> OverlayOutcome {
        switch key {
        case Key(.escape): return .closed
        case Key(.enter): return answer()
        // Who quits from within the last question means its answer.
        case Key(.character("q"), .control) where isLast: return answer()
        default:
            line.press(key)
            return .open
        }
    }

    private func answer() -> OverlayOutcome {
        question.take(line.text)
        return isLast ? .closedAnd(.quit) : .closed
    }

    func paste(_ text: String) { line.paste(text) }

    func handle(_ mouse: MouseEvent, layout: ChromeLayout) -> OverlayOutcome { .open }

    func draw(into frame: inout Frame, layout: ChromeLayout) {
        PromptBar(label: question.label, editor: line.editor).draw(into: &frame)
    }
}
