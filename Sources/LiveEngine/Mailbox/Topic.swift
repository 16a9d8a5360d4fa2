/// A named subject on which the sessions of one engine tell each other things.
///
/// A topic is a value: two with the same name and type of message are the same. Topics that differ in the type only are
/// different ones, so that a subscriber never gets what it cannot read.
public struct Topic<Message: Sendable>: Hashable, Sendable {
    /// What it is called.
    public let name: String

    /// Makes the topic of a name.
    public init(_ name: String) { self.name = name }

    var key: TopicKey { TopicKey(name: name, message: ObjectIdentifier(Message.self)) }
}

/// A topic without its type of message, to look it up by.
struct TopicKey: Hashable, Sendable {
    let name: String
    let message: ObjectIdentifier
}
