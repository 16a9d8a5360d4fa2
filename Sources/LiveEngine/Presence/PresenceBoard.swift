import Synchronization

/// Who is in which room. Any thread may ask.
final class PresenceBoard: Sendable {
    private struct Entry {
        /// Which part of its page put the session there.
        let part: PagePart
        let member: any Sendable
        let announcing: PresenceAnnouncing
    }

    private let pubSub: PubSub
    private let rooms = Mutex<[TopicKey: ArrivalTable<Int, Entry>]>([:])

    init(pubSub: PubSub) { self.pubSub = pubSub }

    /// Whether all rooms are empty.
    var isEmpty: Bool { rooms.withLock(\.isEmpty) }

    /// All members of a room, in order of arrival.
    func members(of room: TopicKey) -> [(session: Int, member: any Sendable)] {
        rooms.withLock { $0[room] }?.map { ($0.key, $0.value.member) } ?? []
    }

    /// Puts a session into a room, or says something new about it there.
    func track(_ address: SessionAddress, as member: any Sendable, in room: TopicKey, _ announcing: PresenceAnnouncing)
    {
        let entry = Entry(part: address.part, member: member, announcing: announcing)
        let old = rooms.withLock { $0[room, default: ArrivalTable()].set(entry, for: address.number) }
        pubSub.broadcast(announcing.message(address.number, old?.member, member), on: announcing.topic)
    }

    /// Takes a session out of a room, unless another part of its page has said since that it is there.
    func untrack(_ address: SessionAddress, from room: TopicKey) {
        let left = rooms.withLock { rooms -> Entry? in
            guard let entry = rooms[room]?[address.number], entry.part == address.part else { return nil }
            rooms[room]?.remove(address.number)
            if rooms[room]?.isEmpty == true { rooms[room] = nil }
            return entry
        }
        guard let old = left else { return }
        pubSub.broadcast(old.announcing.message(address.number, old.member, nil), on: old.announcing.topic)
    }
}

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
