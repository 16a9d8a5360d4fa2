/// One session in a room.
public struct Presence<Member: Sendable>: Identifiable, Sendable {
    /// The same for as long as the session lasts; no other session has it.
    public let id: Int
    /// What the session says about itself.
    public let member: Member
}

extension Presence: Equatable where Member: Equatable {}
extension Presence: Encodable where Member: Encodable {}

/// Who came to a room and who left it. One that says something new about itself has left as the old, and come as the new.
public struct PresenceDiff<Member: Sendable>: Sendable {
    /// Who came.
    public let joins: [Presence<Member>]
    /// Who left.
    public let leaves: [Presence<Member>]
}

extension PresenceDiff: Equatable where Member: Equatable {}

/// A place where sessions are present, each with something to say about itself.
///
/// As a topic, a room is a value: two with the same name and type of member are the same.
public struct PresenceRoom<Member: Sendable>: Hashable, Sendable {
    /// What it is called.
    public let name: String

    /// Makes the room of a name.
    public init(_ name: String) { self.name = name }

    /// Who comes and who goes; to subscribe to.
    public var changes: Topic<PresenceDiff<Member>> { Topic("presence:" + name) }

    var key: TopicKey { TopicKey(name: name, message: Member.self) }
}
