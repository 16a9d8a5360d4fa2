/// Thrown by hooks, `mount` and `handleParams` where an address has nothing to show: `throw StatusError(404, "There is no
/// such book.")`. The page answers with the status and the reason, in place of the view.
public struct StatusError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A status of HTTP that tells of an error, from 400 to 599.
    public let status: Int
    /// What is wrong, for people.
    public let description: String

    /// - Parameters:
    ///   - status: A status of HTTP from 400 to 599; any other counts as 500.
    ///   - reason: What is wrong, for people.
    public init(_ status: Int, _ reason: String) {
        self.status = (400...599).contains(status) ? status : 500
        description = reason
    }

    /// The one that a handler threw, if it did.
    init?(of error: any Error) {
        guard let status = error as? StatusError ?? (error as? HandlerFailure)?.status else { return nil }
        self = status
    }
}
