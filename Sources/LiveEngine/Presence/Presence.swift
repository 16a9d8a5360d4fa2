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
    public let joins: [Presence<Member>]
    public let leaves: [Presence<Member>]
}

extension PresenceDiff: Equatable where Member: Equatable {}
