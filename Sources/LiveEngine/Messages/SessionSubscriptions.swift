/// The topics that one session is subscribed to.
struct SessionSubscriptions {
    private var topics: Set<TopicKey> = []

    mutating func run(_ request: MessageRequest, in place: SessionPlace) {
        let pubSub = place.engine.pubSub
        switch request {
        case .subscribe(let topic, let reading):
            pubSub.subscribe(place.address, to: topic, reading: reading)
            topics.insert(topic)
        case .unsubscribe(let topic):
            pubSub.unsubscribe(place.address.number, from: topic)
            topics.remove(topic)
        case .broadcast(let message, let topic, let isForSelf):
            pubSub.broadcast(message, on: topic, except: isForSelf ? nil : place.address.number)
        case .send(let info): place.address.send(info)
        case .sendParent(let info, let type):
            if let parent = place.parent, parent.place.viewType == type { parent.place.address.send(info) }
        case .sendChild(let info, let type, let id):
            if let child = place.child(id), child.place.viewType == type { child.place.address.send(info) }
        }
    }

    mutating func end(in place: SessionPlace) {
        for topic in topics { place.engine.pubSub.unsubscribe(place.address.number, from: topic) }
        topics = []
    }
}
