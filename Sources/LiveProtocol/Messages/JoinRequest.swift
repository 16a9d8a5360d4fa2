import OrderedCollections

/// The payload of a join (WIRE.md 2).
public struct JoinRequest: Equatable, Sendable {
    /// What the join is for.
    public enum Address: Hashable, Sendable {
        /// A page was loaded, or is joined again.
        case url(String)
        /// Live navigation led here.
        case redirect(String)
        /// A nested view, which has no address of its own.
        case nested
    }

    public var address: Address
    /// The connect parameters with `_mounts`, `_mount_attempts` and what else the client adds.
    public var params: OrderedDictionary<String, JSONValue>
    /// The session token of the view's container.
    public var session: String
    /// The static token of the view's container.
    public var staticToken: String?
    /// The flash that travels with a live navigation.
    public var flash: String?
    public var isSticky: Bool

    public init(
        address: Address,
        params: OrderedDictionary<String, JSONValue> = [:],
        session: String,
        staticToken: String? = nil,
        flash: String? = nil,
        isSticky: Bool = false
    ) {
        self.address = address
        self.params = params
        self.session = session
        self.staticToken = staticToken
        self.flash = flash
        self.isSticky = isSticky
    }
}
