import Basics
import LiveProtocol
import OrderedCollections

/// What is known of a visitor from page to page: values by name, in a cookie that only the server can make.
public typealias SessionValues = OrderedDictionary<String, JSONValue>

extension LiveSocket where Owner: PageSocketOwner {
    /// What is known of the visitor from page to page, as hooks and views read it; empty unless the page was requested with
    /// such a session, which a scenario gives by `session` when it opens a page.
    public var session: SessionValues { state.home?.sessionValues ?? [:] }
}

extension Engine {
    /// The cookie with the values of a visitor's session.
    private static let sessionCookie = "__viewfinder_session__"
    /// Browsers keep no longer cookies, in bytes (RFC 6265, section 6.1).
    private static let cookieLimit = 4096

    /// - Throws: When there are more values than a cookie can hold.
    package func cookie(ofSession values: SessionValues) throws(ScriptRefusal) -> SetCookie {
        guard !values.isEmpty else { return .deletion(of: Self.sessionCookie) }
        let content = PercentCoding.encode(JSONValue.object(values).json)
        let cookie = SetCookie(
            Self.sessionCookie, shared.tokens.sealer.seal(content, for: .visit), lifetime: TokenPurpose.visit.lifetime)
        let length = cookie.name.utf8.count + cookie.value.utf8.count
        guard length <= Self.cookieLimit else { throw .longSession(length: length, limit: Self.cookieLimit) }
        return cookie
    }

    /// What a browser's cookies say of its session; nothing where they were not made here.
    func sessionValues(in cookies: OrderedDictionary<String, String>) -> SessionValues {
        guard let token = cookies[Self.sessionCookie], !token.isEmpty,
            let content = shared.tokens.sealer.open(token, for: .visit),
            case .object(let values)? = try? JSONValue(
                parsing: PercentCoding.decode(content[...].utf8, plusIsSpace: false))
        else { return [:] }
        return values
    }
}
