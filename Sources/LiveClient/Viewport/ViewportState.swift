import HTMLTree
import LiveProtocol

/// How the scrolling over one list goes (CLIENT.md 14, viewport).
struct ViewportState {
    /// What a list tells its view.
    enum Event: Hashable {
        /// Its first element came into view.
        case top
        /// Its last element came into view.
        case bottom
        /// The person scrolled up past its top.
        case overrun
    }

    /// The pause that one kind of event keeps.
    struct Pause {
        var lastTime: Duration?
        /// Tells the view once more when the pause ends.
        var timer: VirtualClock.TimerID?
    }

    static let interval = Duration.milliseconds(500)

    var pauses: [Event: Pause] = [:]
    /// The event whose answer is waited for; nothing else is told meanwhile.
    var pending: Event?
    /// The element that stays where it is while the answer is waited for.
    var anchor: NodeID?
    /// Whether the person has scrolled past the top and not back yet.
    var isOverrun = false
}
