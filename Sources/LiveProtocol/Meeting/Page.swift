import OrderedCollections

/// A request for a whole page, as a browser makes it.
public struct PageRequest: Hashable, Sendable {
    /// `GET` or `POST`.
    public var method: String
    /// Path and query.
    public var url: String
    /// The fields of a posted form, urlencoded.
    public var body: String?
    public var cookies: OrderedDictionary<String, String>

    public init(
        method: String = "GET", url: String, body: String? = nil, cookies: OrderedDictionary<String, String> = [:]
    ) {
        self.method = method
        self.url = url
        self.body = body
        self.cookies = cookies
    }
}

/// The answer to a request for a page.
///
/// A live page's HTML has a container `<div id data-phx-main data-phx-session data-phx-static>` which the client joins.
public struct PageResponse: Hashable, Sendable {
    public var status: Int
    public var html: String
    /// Where to go instead.
    public var location: String?
    /// Cookies to keep; an empty value deletes one.
    public var cookies: OrderedDictionary<String, String>

    public init(
        status: Int = 200, html: String = "", location: String? = nil, cookies: OrderedDictionary<String, String> = [:]
    ) {
        self.status = status
        self.html = html
        self.location = location
        self.cookies = cookies
    }
}
