/// A cookie as a server sets it (RFC 6265, section 4.1).
public struct SetCookie: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// What it says.
    public var value: String
    /// The host for which it is, with those below it; nil for the one that set it alone.
    public var domain: String?
    /// The path at and below which it is sent; nil for the folder of the page that set it.
    public var path: String?
    /// How long it is kept, from when it came; nil for the life of the window, and nothing of it deletes the cookie.
    public var lifetime: Duration?
    /// When it ends, since 1970; the lifetime comes before it.
    public var expiry: Duration?
    /// Whether it goes over protected connections only.
    public var isSecure: Bool
    /// Whether scripts of the page may not see it.
    public var isHTTPOnly: Bool

    /// Makes a cookie for the whole host that lives as long as the window.
    public init(
        _ name: String, _ value: String, domain: String? = nil, path: String? = "/", lifetime: Duration? = nil,
        expiry: Duration? = nil, isSecure: Bool = false, isHTTPOnly: Bool = false
    ) {
        self.name = name
        self.value = value
        self.domain = domain
        self.path = path
        self.lifetime = lifetime
        self.expiry = expiry
        self.isSecure = isSecure
        self.isHTTPOnly = isHTTPOnly
    }

    /// A cookie that takes one out of the jar.
    public static func deletion(of name: String, path: String = "/") -> SetCookie {
        SetCookie(name, "", path: path, lifetime: .zero)
    }
}
