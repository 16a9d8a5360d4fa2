/// The state of a live view.
///
/// A structure whose properties all have defaults needs nothing but the conformance.
public protocol LiveContext: Encodable, Sendable {
    init()
}

/// The state of a view that has none.
public struct NoContext: LiveContext {
    public init() {}
}
