/// The topics that one part of a page is subscribed to.
struct Subscriptions {
    private var topics: Set<TopicKey> = []

    mutating func run(_ request: MessageRequest, for address: SessionAddress, in pubSub: PubSub) {
        switch request {
        case .subscribe(let topic, let reading):
            pubSub.subscribe(address, to: topic, reading: reading)
            topics.insert(topic)
        case .unsubscribe(let topic):
            pubSub.unsubscribe(address.id, from: topic)
            topics.remove(topic)
        case .broadcast(let message, let topic, let isForSelf):
            pubSub.broadcast(message, on: topic, except: isForSelf ? nil : address.number)
        case .send(let info): address.send(info)
        }
    }

    mutating func end(for address: SessionAddress, in pubSub: PubSub) {
        for topic in topics { pubSub.unsubscribe(address.id, from: topic) }
        topics = []
    }
}

/// What a handler asks of the talk between sessions.
enum MessageRequest {
    case subscribe(TopicKey, PubSub.Reading)
    case unsubscribe(TopicKey)
    case broadcast(any Sendable, on: TopicKey, isForSelf: Bool)
    case send(any Sendable)
}
