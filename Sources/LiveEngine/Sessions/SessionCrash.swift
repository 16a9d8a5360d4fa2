/// Thrown by a handler when nothing is left of its session that could go on.
///
/// Any other error undoes what the handler did, and the page stays as it was. This one ends the session as well; its
/// client joins the view anew, which then mounts from the start.
public struct SessionCrash: Error, CustomStringConvertible {
    public let description: String

    /// - Parameter reason: What happened, for people.
    public init(_ reason: String) { description = reason }
}
