import Basics
import LiveProtocol
import NIOCore
import NIOHTTP1

/// One request as it is sent.
struct OutgoingRequest: Sendable {
    let head: HTTPRequestHead
    let body: String?

    /// A request for a page.
    ///
    /// - Parameter headers: What is added to, or said instead of, what it says of itself.
    init(
        page request: PageRequest, at address: RemoteAddress, headers extra: [(name: String, value: String)]
    ) throws(RemoteFailure) {
        var headers: HTTPHeaders = [
            "Host": address.authority, "User-Agent": Self.agent,
            "Accept": "text/html, text/css, text/*;q=0.9, */*;q=0.8",
            "Accept-Encoding": "gzip, deflate", "Connection": "close",
        ]
        if let body = request.body {
            headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            headers.add(name: "Content-Length", value: String(body.utf8.count))
        }
        // A browser tells where a form is from, which servers may want to know.
        if request.method != "GET" { headers.add(name: "Origin", value: address.origin) }
        try headers.add(extra, cookies: request.cookies.elements, to: address)
        let isMethod = !request.method.isEmpty && request.method.utf8.allSatisfy(\.isASCIILetter)
        head = HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: isMethod ? request.method : "GET"),
            uri: Self.target(request.url), headers: headers)
        body = request.body
    }

    /// A request for a socket (RFC 6455, section 4.1) but for what the handshake adds.
    ///
    /// - Parameter path: The path of the socket; nil for the page's word, and without that `/live`.
    init(
        socket request: ConnectRequest, path: String?, at address: RemoteAddress,
        headers extra: [(name: String, value: String)]
    ) throws(RemoteFailure) {
        var headers: HTTPHeaders = [
            "Host": address.authority, "User-Agent": Self.agent, "Connection": "Upgrade", "Upgrade": "websocket",
            "Origin": address.origin,
        ]
        try headers.add(extra, cookies: request.cookies.elements, to: address)
        var path = path ?? request.socketPath ?? "/live"
        if !path.hasPrefix("/") { path = "/" + path }
        while path.hasSuffix("/") { path.removeLast() }
        let query = request.params.elements.map { ($0.key, $0.value) } + [("vsn", "2.0.0")]
        let fields = query.map { "\(PercentCoding.encode($0.0))=\(PercentCoding.encode($0.1))" }
        head = HTTPRequestHead(
            version: .http1_1, method: .GET,
            uri: Self.target("\(path)/websocket?\(fields.joined(separator: "&"))"), headers: headers)
        body = nil
    }

    private static let agent = "Viewfinder"

    /// The path and query of an address, with all that no request line has as `%XX`.
    private static func target(_ url: String) -> String {
        let path = url.hasPrefix("/") ? url : "/" + url
        return PercentCoding.encode(path, keeping: "!#$%&'()*+,-./:;=?@[\\]^_|~")
    }
}

extension HTTPHeaders {
    /// - Throws: For a header that would be none, or more than one.
    fileprivate mutating func add(
        _ extra: [(name: String, value: String)], cookies: some Sequence<(key: String, value: String)>,
        to address: RemoteAddress
    ) throws(RemoteFailure) {
        var pairs = cookies.filter { Self.isValue($0.key) && Self.isValue($0.value) }.map { "\($0.key)=\($0.value)" }
        for (name, value) in extra {
            guard Self.isName(name), Self.isValue(value) else {
                throw RemoteFailure(address.origin, .noHeader(name))
            }
            if ASCIIText.equal(name, "Cookie", ignoringCase: true) {
                pairs.append(value)
            } else {
                replaceOrAdd(name: name, value: value)
            }
        }
        if !pairs.isEmpty { add(name: "Cookie", value: pairs.joined(separator: "; ")) }
    }

    /// Whether a text is a token (RFC 9110, section 5.6.2).
    private static func isName(_ text: String) -> Bool {
        let signs = "!#$%&'*+-.^_`|~".utf8
        return !text.isEmpty && text.utf8.allSatisfy { $0.isASCIIAlphanumeric || signs.contains($0) }
    }

    private static func isValue(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= .space && $0 != 0x7F || $0 == .tab }
    }
}
