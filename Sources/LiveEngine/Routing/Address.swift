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
