/// Names a value that hooks give to the views behind them, and says what it is when none did.
///
/// ```swift
/// enum CurrentUser: AssignKey { static let defaultValue: User? = nil }
/// ```
public protocol AssignKey {
    /// What hooks give under this key.
    associatedtype Value: Sendable
    /// What it is when no hook gave any.
    static var defaultValue: Value { get }
}

/// What hooks have assigned: values of any types, each under a key that knows its type.
///
/// A context belongs to one view, and a hook stands before many; so they meet here, as views and what is around them do
/// in an environment: `socket.assigns[CurrentUser.self] = user` in the hook, and the same to read it in `mount`, in
/// handlers and, by `meta`, in `render`.
public struct Assigns: Sendable {
    private var values: [ObjectIdentifier: any Sendable] = [:]

    /// Makes a set of no values.
    public init() {}

    /// The value of a key; its default when none was assigned.
    public subscript<Key: AssignKey>(key: Key.Type) -> Key.Value {
        get { values[ObjectIdentifier(key)] as? Key.Value ?? Key.defaultValue }
        set { values[ObjectIdentifier(key)] = newValue }
    }
}
