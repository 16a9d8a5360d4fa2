/// The rooms that one session is in.
struct SessionPresences {
    private var rooms: Set<TopicKey> = []

    mutating func run(_ request: PresenceRequest, in place: SessionPlace) {
        let (board, number) = (place.engine.presences, place.address.number)
        if let member = request.member {
            rooms.insert(request.room)
            board.track(number, as: member, in: request.room, request.announcing)
        } else {
            rooms.remove(request.room)
            board.untrack(number, from: request.room)
        }
    }

    mutating func end(in place: SessionPlace) {
        for room in rooms { place.engine.presences.untrack(place.address.number, from: room) }
        rooms = []
    }
}
