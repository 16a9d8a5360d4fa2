/// What a task has to say to its session.
struct TaskReport: Sendable {
    enum Content: Sendable {
        /// An info on the way, or a change of the context.
        case element(any Sendable)
        /// The task is done, with a last info if it has one.
        case end((any Sendable)?)
        /// The task failed, and nobody asked to know.
        case failure(String)
    }

    let name: String
    /// Tells this task from others that had its name before.
    let number: Int
    let content: Content
}
