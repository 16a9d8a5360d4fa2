import HTMLTree
import LiveProtocol

/// What a join brought, until it is shown.
struct JoinedPage {
    var reply: JoinReply
    /// What the view shows.
    var content: ViewContent
}

extension JoinRefusal {
    /// The reason, for people.
    var words: String {
        switch self {
        case .stale: "the page is too old, or its view is gone"
        case .unauthorized: "the address belongs to another group of pages"
        case .reload(let status, _): "status \(status)"
        case .redirect(let redirect, _): "redirected to \(redirect.to)"
        case .liveRedirect(let redirect, _): "redirected to \(redirect.to)"
        case .crashed(let reason): reason
        }
    }
}
