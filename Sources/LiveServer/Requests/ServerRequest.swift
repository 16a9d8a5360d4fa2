import Basics
import NIOHTTP1
import OrderedCollections

/// A request that has come whole.
struct ServerRequest: Sendable {
    let head: HTTPRequestHead
    /// The bytes of its body; none when it has none.
    var body: [UInt8] = []
    /// The address of who asks.
    let address: String

    var method: String { head.method.rawValue }

    /// The path, percent-encoded.
    var path: Substring { head.uri.prefix { $0 != "?" } }

    /// The query, without the question mark.
    var query: Substring { head.uri.drop { $0 != "?" }.dropFirst() }

    /// The value of a header that may be there once.
    func header(_ name: String) -> String? {
        let values = head.headers[name]
        return values.count == 1 ? values[0] : nil
    }

    /// What the browser sends along, by name (RFC 6265, section 5.4); of several of one name the first counts.
    var cookies: OrderedDictionary<String, String> {
        var cookies: OrderedDictionary<String, String> = [:]
        for header in head.headers["cookie"] {
            for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
                let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.count == 2 else { continue }
                let name = String(decoding: parts[0].drop { $0 == .space }, as: UTF8.self)
                if cookies[name] == nil { cookies[name] = String(decoding: parts[1], as: UTF8.self) }
            }
        }
        return cookies
    }
}
