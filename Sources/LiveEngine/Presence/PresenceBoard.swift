/// Who is in which room.
final class PresenceBoard {
    private struct Entry {
        let member: any Sendable
        let announcing: PresenceAnnouncing
    }

    private let pubSub: PubSub
    private var rooms: [TopicKey: SessionTable<Entry>] = [:]

    init(pubSub: PubSub) { self.pubSub = pubSub }

    /// Whether all rooms are empty.
    var isEmpty: Bool { rooms.isEmpty }

    /// All members of a room, in order of arrival.
    func members(of room: TopicKey) -> [(session: Int, member: any Sendable)] {
        rooms[room]?.map { ($0.number, $0.value.member) } ?? []
    }

    /// Puts a session into a room, or says something new about it there.
    func track(_ session: Int, as member: any Sendable, in room: TopicKey, _ announcing: PresenceAnnouncing) {
        let entry = Entry(member: member, announcing: announcing)
        let old = rooms[room, default: SessionTable()].set(entry, for: session)
        pubSub.broadcast(announcing.message(session, old?.member, member), on: announcing.topic)
    }

    /// Takes a session out of a room.
    func untrack(_ session: Int, from room: TopicKey) {
        guard let old = rooms[room]?.remove(session) else { return }
        if rooms[room]?.isEmpty == true { rooms[room] = nil }
        pubSub.broadcast(old.announcing.message(session, old.member, nil), on: old.announcing.topic)
    }
}
