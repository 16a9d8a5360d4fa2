import LiveProtocol

/// What waits for a session in its connection's inbox.
struct Letter: Sendable {
    enum Content: Sendable {
        /// An info of the type that its part of the page handles.
        case info(any Sendable)
        case report(TaskReport)
        /// A nested view asks for another address.
        case patch(RootPatch)
    }

    let session: Int
    let part: PagePart
    let content: Content
    /// Lets the sender know that the letter was opened, or never will be.
    var opened: (@Sendable () -> Void)?

    /// Whether the letter counts against the limit of the mailbox. A task has one letter under way at most, and a
    /// result that was lost would leave its page waiting for ever.
    var isBounded: Bool {
        switch content {
        case .info: true
        case .report, .patch: false
        }
    }
}

/// A patch that a nested view asks for, and the view at the page's address makes
/// (TheClientsRules.md, "Nested and sticky views").
struct RootPatch: Sendable {
    let url: String
    let kind: HistoryKind
    /// What the nested view said with it, which the root shows (Flash.md, "What travels").
    let flash: Flash
}

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
