/// Who is in which room.
final class PresenceBoard {
    private struct Entry {
        /// Which part of its page put the session there.
        let part: PagePart
        let member: any Sendable
        let announcing: PresenceAnnouncing
    }

    private let pubSub: PubSub
    private var rooms: [TopicKey: ArrivalTable<Int, Entry>] = [:]

    init(pubSub: PubSub) { self.pubSub = pubSub }

    /// Whether all rooms are empty.
    var isEmpty: Bool { rooms.isEmpty }

    /// All members of a room, in order of arrival.
    func members(of room: TopicKey) -> [(session: Int, member: any Sendable)] {
        rooms[room]?.map { ($0.key, $0.value.member) } ?? []
    }

    /// Puts a session into a room, or says something new about it there.
    func track(_ address: SessionAddress, as member: any Sendable, in room: TopicKey, _ announcing: PresenceAnnouncing)
    {
        let entry = Entry(part: address.part, member: member, announcing: announcing)
        let old = rooms[room, default: ArrivalTable()].set(entry, for: address.number)
        pubSub.broadcast(announcing.message(address.number, old?.member, member), on: announcing.topic)
    }

    /// Takes a session out of a room, unless another part of its page has said since that it is there.
    func untrack(_ address: SessionAddress, from room: TopicKey) {
        guard let old = rooms[room]?[address.number], old.part == address.part else { return }
        rooms[room]?.remove(address.number)
        if rooms[room]?.isEmpty == true { rooms[room] = nil }
        pubSub.broadcast(old.announcing.message(address.number, old.member, nil), on: old.announcing.topic)
    }
}
