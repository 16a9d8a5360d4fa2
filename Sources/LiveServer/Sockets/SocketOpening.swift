import Basics
import LiveProtocol
import NIOHTTP1
import OrderedCollections

/// A request for a socket that may be opened.
struct SocketOpening: Sendable {
    static let path = "/live/websocket"
    private static let version = "2.0.0"

    let request: ConnectRequest
    let address: String
    /// Whether the page shows that this server gave it to this visitor.
    let isTrusted: Bool

    /// Looks whether a socket may be opened.
    ///
    /// - Throws: What is to be answered else.
    init(_ request: ServerRequest, _ core: ServerCore) throws(SocketRefusal) {
        guard core.hosts.isKnown(host: request.header("host")) else { throw .foreignHost }
        guard HostRules.isOwn(origin: request.header("origin"), host: request.header("host")) else {
            throw .foreignOrigin
        }
        var params: OrderedDictionary<String, String> = [:]
        for (name, value) in FormFields.decode(String(request.query)) { params[name] = value.string }
        guard params.removeValue(forKey: "vsn") == Self.version else { throw .wrongVersion }
        let cookies = request.cookies
        isTrusted = Visitor.isKnown(
            csrfToken: params["_csrf_token"], cookies: cookies, cookieName: core.cookieName, signer: core.signer)
        self.request = ConnectRequest(
            origin: "http://\(request.header("host") ?? "")", params: params, cookies: cookies)
        address = request.address
    }
}

/// Why a socket is not opened.
enum SocketRefusal: Error {
    case foreignHost
    case foreignOrigin
    case wrongVersion

    var reason: Refusal {
        switch self {
        case .foreignHost: .foreignHost
        case .foreignOrigin: .foreignOrigin
        case .wrongVersion: .wrongVersion
        }
    }

    var answer: ServerAnswer {
        switch self {
        case .foreignHost: .foreignHost
        case .foreignOrigin: .refusal(.forbidden, "A page of another server may not open a socket here.")
        case .wrongVersion:
            .refusal(.badRequest, "This server speaks version 2.0.0 of the channel protocol: <code>vsn=2.0.0</code>.")
        }
    }
}
