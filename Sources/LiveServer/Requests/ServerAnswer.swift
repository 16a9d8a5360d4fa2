import LiveProtocol
import NIOHTTP1

/// What is answered to a request.
struct ServerAnswer: Sendable {
    var status: HTTPResponseStatus
    var headers = HTTPHeaders()
    var body: [UInt8]
    /// Whether nothing more is taken over the connection.
    var closes = false

    init(status: HTTPResponseStatus = .ok, contentType: String, _ body: [UInt8]) {
        self.status = status
        self.body = body
        headers.add(name: "Content-Type", value: contentType)
    }

    /// A page that is not to be kept by anybody.
    init(status: HTTPResponseStatus = .ok, html: String) {
        self.init(status: status, contentType: "text/html; charset=utf-8", Array(html.utf8))
        headers.add(name: "Cache-Control", value: "no-store")
    }

    /// A small page that says why something is not done.
    ///
    /// - Parameter reason: A sentence of HTML.
    static func refusal(_ status: HTTPResponseStatus, _ reason: String, closes: Bool = false) -> ServerAnswer {
        let title = status.reasonPhrase
        var answer = ServerAnswer(
            status: status,
            html: """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>\(title)</title></head>
                <body><main><h1>\(title)</h1><p>\(reason)</p></main></body></html>
                """)
        answer.closes = closes
        return answer
    }

    mutating func add(_ cookie: SetCookie) { headers.add(name: "Set-Cookie", value: cookie.headerValue) }
}

extension SetCookie {
    /// The value of the header that sets it (RFC 6265, section 4.1); it goes along with requests of the same site alone.
    fileprivate var headerValue: String {
        var text = "\(name)=\(value)"
        if let domain { text += "; Domain=\(domain)" }
        if let path { text += "; Path=\(path)" }
        if let lifetime { text += "; Max-Age=\(lifetime.components.seconds)" }
        if isSecure { text += "; Secure" }
        if isHTTPOnly { text += "; HttpOnly" }
        return text + "; SameSite=Lax"
    }
}

extension ServerAnswer {
    /// To a request under a name that is not this server's.
    static let foreignHost = refusal(
        .forbidden, "This server does not answer to the name in the request's <code>Host</code> header.")
}
