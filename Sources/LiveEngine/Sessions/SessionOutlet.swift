import LiveProtocol

/// Takes what a session has to say without being asked.
protocol SessionOutlet: AnyObject {
    /// Where infos for the session are put.
    var inbox: Inbox { get }

    func deliver(_ message: ServerMessage, from place: SessionPlace)

    /// Says something on a channel other than the session's own.
    func push(_ message: ServerMessage, to topic: String, joinReference: Int?)

    /// Opens all letters that wait now.
    func openLetters()

    /// The session that a topic belongs to.
    func session(of topic: String) -> LiveSession?

    /// Forgets a session, and ends those of the views placed in its page.
    func sessionEnded(_ session: LiveSession)
}
