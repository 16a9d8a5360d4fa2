import LiveProtocol

/// The state of one element's debounce or throttle (CLIENT.md 7).
struct RateLimit {
    /// What waits for a pause, or for the element to lose the focus.
    var waiting: (() -> Void)?
    /// Ends the pause, or opens the throttle.
    var timer: VirtualClock.TimerID?
    /// Whether what waits does so until the focus leaves, however long that takes.
    var waitsForBlur = false
    /// Whether events are dropped at present.
    var isThrottled = false
    /// The key that was pressed last.
    var lastKey: String?
}
