/// The topics that one part of a page is subscribed to.
struct Subscriptions {
    private var topics: Set<TopicKey> = []

    mutating func run(_ request: MessageRequest, for address: SessionAddress, in place: SessionPlace) {
        let engine = place.engine
        switch request {
        case .subscribe(let topic, let reading):
            engine.pubSub.subscribe(address, to: topic, reading: reading)
            topics.insert(topic)
        case .unsubscribe(let topic):
            engine.pubSub.unsubscribe(address.id, from: topic)
            topics.remove(topic)
        case .broadcast(let message, let topic, let isForSelf):
            engine.pubSub.broadcast(message, on: topic, except: isForSelf ? nil : address.number)
        case .send(let info): address.send(info)
        case .sendParent(let info, let type):
            if let parent = place.parent, parent.place.viewType == type { parent.place.address.send(info) }
        case .sendChild(let info, let type, let id):
            if let child = place.child(id), child.place.viewType == type { child.place.address.send(info) }
        }
    }

    mutating func end(for address: SessionAddress, in engine: Engine) {
        for topic in topics { engine.pubSub.unsubscribe(address.id, from: topic) }
        topics = []
    }
}
