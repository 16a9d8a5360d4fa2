import Simulator
import TextLayout

/// The help while it is shown: what is typed leaves only the lines that have it; and how far down it is scrolled.
final class OpenHelp: Overlay {
    private let lines: [HelpLine]
    private var line = PromptLine()
    private var overlay: HelpOverlay
    private var scroll = 0
    /// The terminal's at the last drawing.
    private var size = Size(columns: 80, rows: 24)
    /// Whether lines can be picked out by typing.
    private let isSearchable: Bool

    init(lines: [HelpLine], isSearchable: Bool = true) {
        self.lines = lines
        self.isSearchable = isSearchable
        overlay = HelpOverlay(lines: lines, isSearchable: isSearchable)
    }

    var keyHelp: [HelpLine] { [] }

    func press(_ key: Key) -> OverlayOutcome {
        if let step = ScrollStep(key: key) {
            // Where all is in sight, such a key is any other key.
            guard let row = overlay.scrolled(from: scroll, by: step, in: size) else {
                return isSearchable ? .open : .closed
            }
            scroll = row
            return .open
        }
        guard isSearchable, key != Key(.escape), key != Key(.enter), key.character != "?" else { return .closed }
        let words = line.text
        line.press(key)
        if line.text == words { return key.character == nil && key != Key(.backspace) ? .open : .closed }
        find()
        return .open
    }

    func paste(_ text: String) {
        line.paste(text)
        find()
    }

    private func find() {
        let words = line.text.lowercased().split(separator: " ")
        let found = lines.filter { line in
            let text = "\(line.keys) \(line.does) \(line.group)".lowercased()
            return words.allSatisfy { text.contains($0) }
        }
        overlay = HelpOverlay(lines: found, isSearchable: true, words: line.text)
        scroll = 0
    }

    func handle(_ mouse: MouseEvent, layout: ChromeLayout) -> OverlayOutcome {
        let wheel = 3
        switch mouse.action {
        case .wheelUp: scroll = max(0, scroll - wheel)
        case .wheelDown: scroll = min(scroll + wheel, overlay.lastScroll(in: size))
        case .press(.left): return .closed
        case .press, .release, .drag: break
        }
        return .open
    }

    func draw(into frame: inout Frame, layout: ChromeLayout) {
        size = frame.size
        scroll = min(scroll, overlay.lastScroll(in: size))
        overlay.draw(into: &frame, scroll: scroll)
        frame.cursor = nil
    }
}
