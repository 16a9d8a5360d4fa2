/// Why a view could not be joined (WIRE.md 2).
public enum JoinRefusal: Equatable, Sendable {
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
