/// What a handler asks of its session's presence in a room.
struct PresenceRequest: Sendable {
    let room: TopicKey
    /// What the session says about itself; nil to leave.
    let member: (any Sendable)?
    let announcing: PresenceAnnouncing
}

/// How a room tells who comes and goes.
struct PresenceAnnouncing: Sendable {
    let topic: TopicKey
    /// The message that says that a session was there as the first, and is as the second.
    let message: @Sendable (_ session: Int, (any Sendable)?, (any Sendable)?) -> any Sendable

    init<Member>(_ room: PresenceRoom<Member>) {
        topic = room.changes.key
        message = { session, old, new in
            func list(_ member: (any Sendable)?) -> [Presence<Member>] {
                (member as? Member).map { [Presence(id: session, member: $0)] } ?? []
            }
            return PresenceDiff(joins: list(new), leaves: list(old))
        }
    }
}
