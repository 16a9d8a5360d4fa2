/// A rule that is asked of somebody else, which takes time: whether a name is free, whether a code is good.
///
/// It is asked by the sockets' `validate` and `apply`, once for each text that stands in a field, when the person has used
/// the field and all other rules are content with it.
public struct AsyncFormRule<Model>: Sendable {
    /// The parts of the field's path.
    let path: [String]
    let message: String
    /// How long the answer may take on the session's clock.
    let timeout: Duration?
    let holds: @Sendable (String) async throws -> Bool

    /// - Parameters:
    ///   - field: As in `FormRule`; a path through a repeated group means the field in each of its entries.
    ///   - message: What is said when the rule does not hold; it tells the rules of one field apart.
    ///   - timeout: How long the answer may take on the session's clock.
    ///   - holds: Runs as a task of the session. When it throws, the field cannot be taken, and is asked about again with
    ///     the next change.
    public init(
        _ field: String, _ message: String, timeout: Duration? = nil,
        where holds: @escaping @Sendable (String) async throws -> Bool
    ) {
        path = field.split(separator: ".").map(String.init)
        self.message = message
        self.timeout = timeout
        self.holds = holds
    }
}
