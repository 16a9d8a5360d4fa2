import Simulator
import TextLayout

/// Something in front of the page that takes all keys while it is open, but those that quit or repair the screen.
protocol Overlay: AnyObject {
    /// Its keys of this moment, for the status line and the help.
    var keyHelp: [HelpLine] { get }

    /// Whether it has even the key that quits anywhere.
    var takesQuitKey: Bool { get }

    func press(_ key: Key) -> OverlayOutcome

    func paste(_ text: String)

    /// A click or the wheel; positions are the terminal's.
    func handle(_ mouse: MouseEvent, layout: ChromeLayout) -> OverlayOutcome

    /// Draws it over what is there.
    func draw(into frame: inout Frame, layout: ChromeLayout)
}

/// What an input makes of the overlay that got it.
enum OverlayOutcome {
    case open
    case closed
    /// It is over, and the session is asked for something.
    case closedAnd(Reaction)
    /// Another takes its place.
    case next(any Overlay)
    /// It is over, and the input is what it would have been without it.
    case passed
}

extension OverlayOutcome {
    /// Whether the overlay that got the input stays.
    var isOpen: Bool {
        if case .open = self { true } else { false }
    }
}

extension Overlay {
    var takesQuitKey: Bool { false }

    func paste(_ text: String) {}

    /// A click anywhere puts it away.
    func handle(_ mouse: MouseEvent, layout: ChromeLayout) -> OverlayOutcome {
        if case .press(.left) = mouse.action { .closed } else { .open }
    }
}
