/// What serves pages: an engine in this process, or later a server elsewhere.
public protocol Host: AnyObject {
    /// Answers a request for a page.
    func respond(to request: PageRequest) -> PageResponse

    /// Opens the connection over which a page joins its views.
    func connect() -> any Transport
}
