import Simulator
import TextLayout

/// The help while it is shown, and how far down it is scrolled.
final class OpenHelp: Overlay {
    private let overlay: HelpOverlay
    private var scroll = 0
    /// The terminal's at the last drawing.
    private var size = Size(columns: 80, rows: 24)

    init(lines: [HelpLine]) { overlay = HelpOverlay(lines: lines) }

    var keyHelp: [HelpLine] { [] }

    func press(_ key: Key) -> OverlayOutcome {
        guard let row = ScrollStep(key: key).flatMap({ overlay.scrolled(from: scroll, by: $0, in: size) }) else {
            return .closed
        }
        scroll = row
        return .open
    }

    func handle(_ mouse: MouseEvent, layout: ChromeLayout) -> OverlayOutcome {
        let wheel = 3
        switch mouse.action {
        case .wheelUp: scroll = max(0, scroll - wheel)
        case .wheelDown: scroll = min(scroll + wheel, overlay.lastScroll(in: size))
        case .press(.left): return .closed
        case .press, .release: break
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
