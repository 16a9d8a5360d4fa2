/// The keys that a person gave to actions, by the actions' names; for all others the tables' own keys count.
package struct KeyMap: Hashable, Sendable {
    /// The tables as they are.
    package static let standard = KeyMap()

    private let given: [String: [Key]]

    package init(_ given: [String: [Key]] = [:]) { self.given = given }

    /// The keys of an action.
    ///
    /// - Parameter standard: Those that its table gives it.
    package func keys(of action: String, standard: [Key]) -> [Key] { given[action] ?? standard }

    /// Whether a person gave the action its keys.
    package func changes(_ action: String) -> Bool { given[action] != nil }
}
