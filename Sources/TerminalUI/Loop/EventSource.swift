import Simulator

/// What tells a session what happens.
protocol EventSource: AnyObject {
    /// The keys that end the session as things are; they are obeyed even while the page is at work.
    var quitKeys: [Key] { get set }

    /// Waits for something to happen and gives all that has happened, in order.
    ///
    /// - Parameter limit: How long to wait at most; nil waits for ever.
    /// - Returns: Nothing when the time is up.
    func wait(atMost limit: Duration?) -> [SessionEvent]

    /// Stops the program until it is told to go on.
    func stop()

    /// Lets an editor have the keyboard until it ends.
    ///
    /// - Returns: What went wrong, in words for people; nil when nothing did.
    func edit(_ request: EditRequest) -> String?
}

/// What a session wakes up for.
enum SessionEvent: Hashable, Sendable {
    case input(InputEvent)
    /// The window has another size.
    case resized
    /// The program is asked to stop for a while.
    case suspended
    /// The program goes on after it was stopped.
    case continued
    /// The program is asked to end, by the signal of that number.
    case ended(signal: Int32)
    /// A view has news that no input and no passing of time led to.
    case activity
}
