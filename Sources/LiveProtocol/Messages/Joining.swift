import OrderedCollections

/// The payload of a join (TheWire.md, "Joining").
public struct JoinRequest: Equatable, Sendable {
    /// What the join is for.
    package enum Address: Hashable, Sendable {
        /// A page was loaded, or is joined again.
        case url(String)
        /// Live navigation led here.
        case redirect(String)
        /// A nested view, which has no address of its own.
        case nested
    }

    package var address: Address
    /// The connect parameters with `_mounts`, `_mount_attempts` and what else the client adds.
    package var params: OrderedDictionary<String, JSONValue>
    /// The session token of the view's container.
    package var session: String
    /// The static token of the view's container.
    package var staticToken: String?
    /// The flash that travels with a live navigation.
    package var flash: String?
    package var isSticky: Bool

    package init(
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

/// A view was joined (TheWire.md, "Joining").
package struct JoinReply: Equatable, Sendable {
    /// The whole tree.
    package var rendered: Diff
    package var version: String?
    /// `handleParams` patched the address while mounting.
    package var livePatch: LivePatch?
    /// The element that the view is to be in from now on, after a live navigation.
    package var container: ViewContainer?

    /// The version of LiveView that is spoken here.
    package static let currentVersion = "1.2.10"

    package init(
        rendered: Diff, version: String? = JoinReply.currentVersion, livePatch: LivePatch? = nil,
        container: ViewContainer? = nil
    ) {
        self.rendered = rendered
        self.version = version
        self.livePatch = livePatch
        self.container = container
    }
}

/// Why a view could not be joined (TheWire.md, "Joining").
package enum JoinRefusal: Equatable, Sendable {
    /// The token is bad, old, or names nothing.
    case stale
    /// The address is not in this group of routes: the page is to be requested anew.
    case unauthorized
    /// Mounting failed with a status that the page itself is to show.
    case reload(status: Int, token: String?)
    case redirect(Redirect, events: [PushedEvent])
    case liveRedirect(LiveRedirect, events: [PushedEvent])
    /// Mounting crashed; the reason is for people.
    case crashed(reason: String)
}

/// The element that a view is in.
public struct ViewContainer: Hashable, Sendable {
    /// The name of the element.
    public var tag: String
    /// Those beside `id` and the `data-phx-` attributes, which make the element a view's container.
    public var attributes: OrderedDictionary<String, String>

    /// Makes an element by its name and attributes.
    public init(_ tag: String, _ attributes: OrderedDictionary<String, String> = [:]) {
        self.tag = tag
        self.attributes = attributes
    }

    /// A plain `div`.
    public static let standard = ViewContainer("div")
}
