/// A view was joined (WIRE.md 2).
public struct JoinReply: Equatable, Sendable {
    /// The whole tree.
    public var rendered: Diff
    public var version: String?
    /// `handleParams` patched the address while mounting.
    public var livePatch: LivePatch?

    public init(rendered: Diff, version: String? = nil, livePatch: LivePatch? = nil) {
        self.rendered = rendered
        self.version = version
        self.livePatch = livePatch
    }
}
