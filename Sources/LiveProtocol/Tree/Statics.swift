/// The unchanging pieces of a template: one more than it has dynamics.
///
/// Two statics with the same pieces may be different objects; the client keeps what it derived from them per object.
public final class Statics: Sendable {
    public let pieces: [String]

    public init(_ pieces: [String]) { self.pieces = pieces }
}

extension Statics: Hashable {
    public static func == (left: Statics, right: Statics) -> Bool { left === right || left.pieces == right.pieces }

    public func hash(into hasher: inout Hasher) { hasher.combine(pieces) }
}
