/// Hands messages on topics to the sessions that subscribed to them.
///
/// A message is put into the mailboxes at once, in order of subscription; each session handles it between its events. The
/// view and the components of a session subscribe each for themselves.
final class PubSub {
    /// Makes of a message the info that a subscriber wants.
    typealias Reading = @Sendable (any Sendable) -> (any Sendable)?

    private struct Subscriber {
        let address: SessionAddress
        let reading: Reading
    }

    private var topics: [TopicKey: ArrivalTable<SessionAddress.ID, Subscriber>] = [:]

    /// Whether nobody is subscribed to anything.
    var isEmpty: Bool { topics.isEmpty }

    /// Subscribes a part of a page; one that is subscribed already reads in the new way from now on.
    func subscribe(_ address: SessionAddress, to topic: TopicKey, reading: @escaping Reading) {
        topics[topic, default: ArrivalTable()].set(Subscriber(address: address, reading: reading), for: address.id)
    }

    func unsubscribe(_ subscriber: SessionAddress.ID, from topic: TopicKey) {
        topics[topic]?.remove(subscriber)
        if topics[topic]?.isEmpty == true { topics[topic] = nil }
    }

    /// Sends a message to all that are subscribed, save one.
    func broadcast(_ message: any Sendable, on topic: TopicKey, except session: Int? = nil) {
        guard let subscribers = topics[topic] else { return }
        for (id, subscriber) in subscribers where id.session != session {
            if let info = subscriber.reading(message) { subscriber.address.send(info) }
        }
    }
}
