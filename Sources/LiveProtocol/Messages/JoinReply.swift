/// A view was joined (WIRE.md 2).
public struct JoinReply: Equatable, Sendable {
    /// The whole tree.
    public var rendered: Diff
    public var version: String?
    /// `handleParams` patched the address while mounting.
    public var livePatch: LivePatch?
    /// The element that the view is to be in from now on, after a live navigation.
    public var container: ViewContainer?

    public init(
        rendered: Diff, version: String? = nil, livePatch: LivePatch? = nil, container: ViewContainer? = nil
    ) {
        self.rendered = rendered
        self.version = version
        self.livePatch = livePatch
        self.container = container
    }
}
