import Basics
import LiveProtocol

/// An address within a host: path and query, without scheme, host and fragment.
struct Address: Hashable {
    /// Percent-encoded, with a leading slash.
    let path: String
    /// Without the question mark; empty when there is none.
    let query: String

    /// - Parameter url: Absolute, or path and query.
    init(_ url: String) {
        var rest = url[...]
        if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2).drop { $0 != "/" && $0 != "?" }
        } else if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://"), !rest.hasPrefix("/") {
            rest = rest[colon...].dropFirst(3).drop { $0 != "/" && $0 != "?" }
        }
        let mark = rest.firstIndex(of: "?")
        let path = rest[..<(mark ?? rest.endIndex)]
        self.path = path.hasPrefix("/") ? String(path) : "/" + path
        query = mark.map { String(rest[rest.index(after: $0)...]) } ?? ""
    }

    /// Path and query.
    var url: String { query.isEmpty ? path : "\(path)?\(query)" }

    /// The parts of the path, decoded; a slash at the end counts for nothing.
    var segments: [String] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { PercentCoding.decode($0, plusIsSpace: false) }
    }
}

/// Addresses that a page may be sent to (TheWire.md, "Commands").
enum LinkAddress {
    /// Whether it is a path, or begins with `http:` or `https:`; anything else could run code.
    static func isSupported(_ address: String) -> Bool {
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return true }
        let scheme = address[..<colon]
        let isScheme = !scheme.isEmpty && !scheme.utf8.contains { "/?#".utf8.contains($0) }
        return !isScheme || ["http", "https"].contains(scheme.lowercased())
    }
}

/// The query of an address, written from names and values.
public enum QueryString {
    /// Writes a query with its question mark, such as `?q=red+kite&page=2`; nothing when no value is left.
    ///
    /// - Parameter values: In the order in which they are written; those that are nil or empty are left out.
    public static func make(_ values: KeyValuePairs<String, String?>) -> String {
        let pairs = values.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : "\(encoded(name))=\(encoded($0))" }
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String { PercentCoding.encode(text, spaceAsPlus: true) }
}
