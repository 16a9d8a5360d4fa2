/// Where infos for one session are put, from any thread.
struct SessionAddress: Sendable {
    let inbox: Inbox
    /// Tells the session from all others of its engine, for all time.
    let number: Int

    /// Puts an info into the session's mailbox, which may be full.
    func send(_ info: any Sendable) { post(.info(info)) }

    func post(_ content: Letter.Content) { inbox.post(Letter(session: number, content: content)) }
}
