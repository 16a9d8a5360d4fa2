import OrderedCollections

/// The answer to one message of the client.
public enum Reply: Equatable, Sendable {
    case joined(JoinReply)
    /// Refused; for joins.
    case refused(JoinRefusal)
    /// An event or patch was handled; the diff is nil when nothing changed.
    case handled(Diff?)
    case liveRedirect(LiveRedirect)
    case redirect(Redirect)
    /// The address belongs to another view: follow it by a live redirect.
    case linkRedirect
    /// The components that are really gone.
    case componentsDeleted([Int])
    case upload(UploadReply)
    /// An error with the server's own words, for messages other than joins.
    case failed(JSONValue)
}
