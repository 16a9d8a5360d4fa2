/// The rooms that one part of a page has put its session into.
struct TrackedRooms {
    private var rooms: Set<TopicKey> = []

    mutating func run(_ request: PresenceRequest, for address: SessionAddress, in board: PresenceBoard) {
        if let member = request.member {
            rooms.insert(request.room)
            board.track(address, as: member, in: request.room, request.announcing)
        } else {
            rooms.remove(request.room)
            board.untrack(address, from: request.room)
        }
    }

    mutating func end(for address: SessionAddress, in board: PresenceBoard) {
        for room in rooms { board.untrack(address, from: room) }
        rooms = []
    }
}

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
