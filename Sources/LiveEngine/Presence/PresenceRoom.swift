/// A place where sessions are present, each with something to say about itself.
///
/// As a topic, a room is a value: two with the same name and type of member are the same.
public struct PresenceRoom<Member: Sendable>: Hashable, Sendable {
    public let name: String

    public init(_ name: String) { self.name = name }

    /// Who comes and who goes; to subscribe to.
    public var changes: Topic<PresenceDiff<Member>> { Topic("presence:" + name) }

    var key: TopicKey { TopicKey(name: name, message: ObjectIdentifier(Member.self)) }
}
