/// The topics that one part of a page is subscribed to.
struct Subscriptions {
    private var topics: Set<TopicKey> = []

    mutating func run(_ request: MessageRequest, for address: SessionAddress, in engine: Engine) {
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
        }
    }

    mutating func end(for address: SessionAddress, in engine: Engine) {
        for topic in topics { engine.pubSub.unsubscribe(address.id, from: topic) }
        topics = []
    }
}
