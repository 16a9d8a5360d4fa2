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
