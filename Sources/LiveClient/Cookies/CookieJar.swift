import Basics
import LiveProtocol
import OrderedCollections

/// The cookies of one window, kept and sent as RFC 6265, section 5, has it.
struct CookieJar {
    private struct Key: Hashable {
        var name: String
        var domain: String
        var path: String
    }

    private struct Cookie {
        var value: String
        /// Since 1970; nil for the life of the window.
        var expiry: Duration?
        /// Whether it is sent to its very host only.
        var isHostOnly: Bool
        var isSecure: Bool
    }

    /// What one server may keep here at most, so that none fills the memory.
    private static let perHost = 180
    private static let longest = 4096

    private var cookies: OrderedDictionary<Key, Cookie> = [:]

    /// Keeps a cookie that a page set, if a page of that address may set it.
    ///
    /// - Parameter now: The time since 1970.
    mutating func keep(_ cookie: SetCookie, from url: PageURL, at now: Duration) {
        guard let domain = Self.domain(of: cookie, from: url),
            cookie.name.utf8.count + cookie.value.utf8.count <= Self.longest,
            !cookie.isSecure || url.isSecure
        else { return }
        let path = cookie.path.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? Self.folder(of: url.path)
        if cookie.name.hasPrefix("__Secure-"), !cookie.isSecure { return }
        if cookie.name.hasPrefix("__Host-"), !cookie.isSecure || cookie.domain != nil || path != "/" { return }
        let key = Key(name: cookie.name, domain: domain, path: path)
        let expiry = cookie.lifetime.map { now + $0 } ?? cookie.expiry
        if let expiry, expiry <= now {
            cookies[key] = nil
            return
        }
        let kept = Cookie(
            value: cookie.value, expiry: expiry, isHostOnly: cookie.domain == nil, isSecure: cookie.isSecure)
        guard cookies[key] == nil else {
            cookies[key] = kept
            return
        }
        let ofHost = cookies.keys.filter { $0.domain == domain }
        if ofHost.count >= Self.perHost, let oldest = ofHost.first { cookies[oldest] = nil }
        cookies[key] = kept
    }

    /// Takes over what a response sets.
    mutating func keep(_ cookies: [SetCookie], from url: PageURL, at now: Duration) {
        for cookie in cookies { keep(cookie, from: url, at: now) }
    }

    /// What a request for an address carries: the cookies of longer paths first.
    ///
    /// - Parameter now: The time since 1970.
    func values(for url: PageURL, at now: Duration) -> OrderedDictionary<String, String> {
        guard !cookies.isEmpty else { return [:] }
        let host = url.host
        let fitting = cookies.filter { key, cookie in
            (cookie.isHostOnly ? key.domain == host : Self.isHost(host, within: key.domain))
                && Self.isPath(url.path, within: key.path) && (!cookie.isSecure || url.isSecure)
                && cookie.expiry.map { $0 > now } ?? true
        }
        var values: OrderedDictionary<String, String> = [:]
        // Sorting keeps equals in the order of their coming.
        for (key, cookie) in fitting.elements.sorted(by: { $0.key.path.utf8.count > $1.key.path.utf8.count })
        where values[key.name] == nil {
            values[key.name] = cookie.value
        }
        return values
    }

    // MARK: Rules

    /// The domain under which a cookie is kept; nil when the page has no right to it.
    private static func domain(of cookie: SetCookie, from url: PageURL) -> String? {
        guard var domain = cookie.domain?.lowercased() else { return url.host }
        if domain.hasPrefix(".") { domain.removeFirst() }
        guard isHost(url.host, within: domain) else { return nil }
        // A name without a dot would be for everybody under it.
        return domain == url.host || domain.contains(".") ? domain : nil
    }

    /// Whether a host is a domain, or below it; numbers have nothing below them.
    private static func isHost(_ host: String, within domain: String) -> Bool {
        if host == domain { return true }
        guard host.hasSuffix("." + domain) else { return false }
        return !host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || $0.isASCIIDigit } && !host.hasPrefix("[")
    }

    private static func isPath(_ path: String, within folder: String) -> Bool {
        guard path.hasPrefix(folder) else { return false }
        return path.utf8.count == folder.utf8.count || folder.hasSuffix("/")
            || path.utf8.dropFirst(folder.utf8.count).first == UInt8(ascii: "/")
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
        return String(path[..<slash])
    }
}

/// A cookie that a window has before it opens its first page.
package struct InitialCookie: Hashable, Sendable {
    package var cookie: SetCookie
    /// The page that might have set it, such as `http://127.0.0.1:4000`.
    package var origin: String

    package init(cookie: SetCookie, origin: String) {
        self.cookie = cookie
        self.origin = origin
    }
}
