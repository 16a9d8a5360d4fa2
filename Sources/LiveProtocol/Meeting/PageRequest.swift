import OrderedCollections

/// A request for a whole page, as a browser makes it.
public struct PageRequest: Hashable, Sendable {
    /// `GET`, `POST`, or what else a redirect keeps.
    public var method: String
    /// Scheme, host and port; empty for the host that is asked.
    public var origin: String
    /// Path and query.
    public var url: String
    /// The fields of a posted form, urlencoded.
    public var body: String?
    /// What the browser sends along, by name.
    public var cookies: OrderedDictionary<String, String>

    /// Makes a request; a `GET` unless told otherwise.
    public init(
        method: String = "GET", origin: String = "", url: String, body: String? = nil,
        cookies: OrderedDictionary<String, String> = [:]
    ) {
        self.method = method
        self.origin = origin
        self.url = url
        self.body = body
        self.cookies = cookies
    }
}

/// The answer to a request for a page.
///
/// A live page's HTML has a container `<div id data-phx-main data-phx-session data-phx-static>` which the client joins.
public struct PageResponse: Hashable, Sendable {
    /// The status of HTTP, such as 200.
    public var status: Int
    /// The media type of what came, such as `text/html`.
    public var contentType: String
    /// The page, or what is said instead of one; of a style sheet, its text.
    public var html: String
    /// Where to go instead.
    public var location: String?
    /// Cookies to keep.
    public var cookies: [SetCookie]

    /// Makes an answer; 200 unless told otherwise.
    public init(
        status: Int = 200, contentType: String = "text/html", html: String = "", location: String? = nil,
        cookies: [SetCookie] = []
    ) {
        self.status = status
        self.contentType = contentType
        self.html = html
        self.location = location
        self.cookies = cookies
    }
}

/// What became of a request for a page.
public enum PageAnswer: Sendable {
    case response(PageResponse)
    case failed(any HostFailure)
}
