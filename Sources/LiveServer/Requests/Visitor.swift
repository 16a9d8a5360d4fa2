import LiveProtocol
import OrderedCollections

/// Who asks, as far as cookies tell: a browser or terminal, and what tells its own requests from those that other pages
/// make it send.
struct Visitor: Sendable {
    private static let cookieLifetime = Duration.seconds(14 * 24 * 3600)
    private static let cookiePurpose = "visitor"

    let id: String
    /// What makes the browser keep who it is; nil when it does already.
    let newCookie: SetCookie?

    /// The visitor of a request for a page; a new one when the cookies tell of none.
    ///
    /// - Parameter cookieName: Servers on several ports of one machine share its cookies, so that names must differ.
    init(cookies: OrderedDictionary<String, String>, cookieName: String, signer: TokenSigner) {
        if let id = Self.id(in: cookies, cookieName, signer) {
            self.id = id
            newCookie = nil
        } else {
            id = RandomText.make()
            newCookie = SetCookie(
                cookieName, signer.sign(id, for: Self.cookiePurpose), lifetime: Self.cookieLifetime, isHTTPOnly: true)
        }
    }

    /// The token with which a page proves that it was given to this visitor.
    func csrfToken(_ signer: TokenSigner) -> String { signer.seal(id, for: .csrf) }

    /// Whether a token was given to the visitor that the cookies tell of.
    static func isKnown(
        csrfToken token: String?, cookies: OrderedDictionary<String, String>, cookieName: String, signer: TokenSigner
    ) -> Bool {
        guard let token, let id = id(in: cookies, cookieName, signer) else { return false }
        return signer.open(token, for: .csrf) == id
    }

    private static func id(
        in cookies: OrderedDictionary<String, String>, _ cookieName: String, _ signer: TokenSigner
    ) -> String? {
        cookies[cookieName].flatMap { signer.content(of: $0, for: cookiePurpose, lifetime: cookieLifetime) }
    }
}
