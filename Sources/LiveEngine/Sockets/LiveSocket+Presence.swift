extension LiveSocket where Owner: EventHandler {
    /// Enters a room, or says something new about this session there. A session is in a room once, until it leaves or
    /// ends.
    public mutating func track<Member>(in room: PresenceRoom<Member>, as member: Member) {
        request(member, in: room)
    }

    /// Leaves a room; when the session is not in it, nothing happens.
    public mutating func untrack<Member>(from room: PresenceRoom<Member>) { request(nil, in: room) }

    /// Who is in a room, in order of arrival; what this handler has asked for counts already.
    public func presences<Member>(in room: PresenceRoom<Member>) -> [Presence<Member>] {
        guard let home = state.home else { return [] }
        var members = ArrivalTable<Int, any Sendable>()
        for (session, member) in home.presences.members(of: room.key) { members.set(member, for: session) }
        for case .presence(let request) in state.requests where request.room == room.key {
            if let member = request.member {
                members.set(member, for: home.address.number)
            } else {
                members.remove(home.address.number)
            }
        }
        return members.compactMap { number, member in
            (member as? Member).map { Presence(id: number, member: $0) }
        }
    }

    private mutating func request<Member>(_ member: Member?, in room: PresenceRoom<Member>) {
        state.requests.append(
            .presence(PresenceRequest(room: room.key, member: member, announcing: PresenceAnnouncing(room))))
    }
}
