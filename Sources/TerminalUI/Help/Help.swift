import Simulator
import TextLayout

/// The help, shown or not, and how far down it is scrolled.
struct Help {
    private var scroll: Int?

    var isShown: Bool { scroll != nil }

    mutating func show() { scroll = 0 }

    mutating func hide() { scroll = nil }

    /// A key while it is shown: it scrolls, or closes.
    mutating func press(_ key: Key, _ lines: [HelpLine], in size: Size) {
        guard let scroll else { return }
        let overlay = HelpOverlay(lines: lines)
        self.scroll = ScrollStep(key: key).flatMap { overlay.scrolled(from: scroll, by: $0, in: size) }
    }

    mutating func scroll(by rows: Int, _ lines: [HelpLine], in size: Size) {
        guard let scroll else { return }
        self.scroll = min(max(0, scroll + rows), HelpOverlay(lines: lines).lastScroll(in: size))
    }

    /// Draws it over what is there, if it is shown.
    func draw(_ lines: [HelpLine], into frame: inout Frame) {
        guard let scroll else { return }
        HelpOverlay(lines: lines).draw(into: &frame, scroll: scroll)
        frame.cursor = nil
    }
}
