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
