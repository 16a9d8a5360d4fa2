import Synchronization

/// Hands messages on topics to the sessions that subscribed to them.
///
/// A message is put into the mailboxes at once, in order of subscription; each session handles it between its events. The
/// view and the components of a session subscribe each for themselves. Any thread may send.
final class PubSub: Sendable {
    /// Makes of a message the info that a subscriber wants.
    typealias Reading = @Sendable (any Sendable) -> (any Sendable)?

    private struct Subscriber {
        let address: SessionAddress
        let reading: Reading
    }

    private let topicTable = Mutex<[TopicKey: ArrivalTable<SessionAddress.ID, Subscriber>]>([:])

    /// The topics to which somebody is subscribed.
    var topics: [TopicKey] { topicTable.withLock { Array($0.keys) } }

    /// Whether nobody is subscribed to anything.
    var isEmpty: Bool { topicTable.withLock(\.isEmpty) }

    /// Subscribes a part of a page; one that is subscribed already reads in the new way from now on.
    func subscribe(_ address: SessionAddress, to topic: TopicKey, reading: @escaping Reading) {
        let subscriber = Subscriber(address: address, reading: reading)
        topicTable.withLock { _ = $0[topic, default: ArrivalTable()].set(subscriber, for: address.id) }
    }

    func unsubscribe(_ subscriber: SessionAddress.ID, from topic: TopicKey) {
        topicTable.withLock { topics in
            topics[topic]?.remove(subscriber)
            if topics[topic]?.isEmpty == true { topics[topic] = nil }
        }
    }

    /// Sends a message to all that are subscribed, save one.
    func broadcast(_ message: any Sendable, on topic: TopicKey, except session: Int? = nil) {
        // Reading and sending run code of others, which may come back here.
        guard let subscribers = topicTable.withLock({ $0[topic] }) else { return }
        for (id, subscriber) in subscribers where id.session != session {
            if let info = subscriber.reading(message) { subscriber.address.send(info) }
        }
    }
}

/// A named subject on which the sessions of one engine tell each other things.
///
/// A topic is a value: two with the same name and type of message are the same. Topics that differ in the type only are
/// different ones, so that a subscriber never gets what it cannot read.
public struct Topic<Message: Sendable>: Hashable, Sendable {
    /// What it is called.
    public let name: String

    /// Makes the topic of a name.
    public init(_ name: String) { self.name = name }

    var key: TopicKey { TopicKey(name: name, message: Message.self) }
}

/// A topic without its type of message, to look it up by.
struct TopicKey: Hashable, Sendable {
    let name: String
    let message: any Sendable.Type

    static func == (left: TopicKey, right: TopicKey) -> Bool {
        left.name == right.name && left.message == right.message
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(ObjectIdentifier(message))
    }
}
