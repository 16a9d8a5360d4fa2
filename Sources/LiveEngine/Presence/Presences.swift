/// The rooms that one part of a page has put its session into.
struct Presences {
    private var rooms: Set<TopicKey> = []

    mutating func run(_ request: PresenceRequest, for address: SessionAddress, in engine: Engine) {
        if let member = request.member {
            rooms.insert(request.room)
            engine.presences.track(address, as: member, in: request.room, request.announcing)
        } else {
            rooms.remove(request.room)
            engine.presences.untrack(address, from: request.room)
        }
    }

    mutating func end(for address: SessionAddress, in engine: Engine) {
        for room in rooms { engine.presences.untrack(address, from: room) }
        rooms = []
    }
}
