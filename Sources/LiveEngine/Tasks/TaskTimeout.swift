/// A task took longer than it may.
public struct TaskTimeout: Error, Equatable, Sendable {
    public let limit: Duration
}

extension TaskTimeout: CustomStringConvertible {
    public var description: String { "took longer than \(limit)" }
}
