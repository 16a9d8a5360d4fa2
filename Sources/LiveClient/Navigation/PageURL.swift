import Basics

/// An address, divided as far as a client needs it: origin, path, query and fragment.
struct PageURL: Hashable, Sendable {
    /// Scheme and host, such as `http://localhost`.
    var origin: String
    /// Begins with a slash.
    var path: String
    /// Without the question mark.
    var query: String?
    /// Without the hash.
    var fragment: String?

    /// What a server is asked for.
    var pathAndQuery: String { query.map { "\(path)?\($0)" } ?? path }

    /// What a person sees: path, query and fragment.
    var reference: String { fragment.map { "\(pathAndQuery)#\($0)" } ?? pathAndQuery }

    var absolute: String { origin + reference }

    /// The host's name, or its number, without the port.
    var host: String {
        guard let start = origin.firstRange(of: "://")?.upperBound else { return "" }
        let address = origin[start...]
        if address.hasPrefix("["), let end = address.firstIndex(of: "]") { return String(address[...end]) }
        return String(address.prefix { $0 != ":" })
    }

    /// Whether nobody on the way can read what is said.
    var isSecure: Bool { origin.hasPrefix("https:") }

    init(origin: String, path: String = "/", query: String? = nil, fragment: String? = nil) {
        self.origin = origin
        self.path = path
        self.query = query
        self.fragment = fragment
    }

    /// Reads a reference as it stands in an `href`, relative to this address (RFC 3986, section 5.2).
    ///
    /// What is no page, such as `mailto:ada@example.com`, is an address at an origin of its own: its scheme.
    func resolve(_ reference: String) -> PageURL {
        let trimmed = Self.trimmed(reference)
        let scheme = Self.scheme(of: trimmed)
        if let scheme, !Self.isOfPages(scheme) {
            return PageURL(origin: scheme + ":", path: String(trimmed.dropFirst(scheme.utf8.count + 1)))
        }
        var (rest, fragment) = Self.split(trimmed, at: "#")
        var origin = self.origin
        let own = self.origin.prefix { $0 != ":" }
        if let scheme { rest = rest.dropFirst(scheme.utf8.count + 1) }
        if rest.hasPrefix("//") || scheme.map({ $0 != own }) == true {
            let address = rest.drop { $0 == "/" }
            let end = address.firstIndex { $0 == "/" || $0 == "?" } ?? address.endIndex
            origin = "\(scheme ?? String(own))://\(address[..<end].lowercased())"
            rest = address[end...].isEmpty ? "/" : address[end...]
        }
        let (newPath, newQuery) = Self.split(rest, at: "?")
        if newPath.isEmpty {
            let keepsQuery = newQuery == nil && origin == self.origin
            return PageURL(
                origin: origin, path: path, query: keepsQuery ? query : newQuery.map(String.init),
                fragment: fragment.map(String.init))
        }
        let whole = newPath.hasPrefix("/") ? String(newPath) : String(directory + newPath)
        return PageURL(
            origin: origin, path: Self.withoutDots(whole), query: newQuery.map(String.init),
            fragment: fragment.map(String.init))
    }

    /// Whether a server answers with a page there.
    var isPage: Bool { origin.contains("://") }

    /// A reference without white space around it, and without line breaks and tabs in it, as browsers read one.
    private static func trimmed(_ reference: String) -> Substring {
        var text = Substring(reference)
        if text.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
            text = Substring(
                String(String.UnicodeScalarView(text.unicodeScalars.filter { !"\t\n\r".unicodeScalars.contains($0) })))
        }
        let bytes = text.utf8
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
        else {
            return ""
        }
        return text[first...last]
    }

    /// The scheme that a reference begins with, in lower case; nil for a relative one.
    private static func scheme(of reference: Substring) -> String? {
        guard let end = reference.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = reference[..<end]
        guard scheme.utf8.first.map({ $0.isASCIILetter }) == true,
            scheme.utf8.allSatisfy({ $0.isASCIIAlphanumeric || [0x2B, 0x2D, 0x2E].contains($0) })
        else { return nil }
        return scheme.lowercased()
    }

    private static func isOfPages(_ scheme: String) -> Bool { scheme == "http" || scheme == "https" }

    /// Whether both name the same page, whatever part of it.
    func isSamePage(as other: PageURL) -> Bool {
        origin == other.origin && path == other.path && query == other.query
    }

    private var directory: Substring { path.lastIndex(of: "/").map { path[...$0] } ?? "/" }

    private static func split(_ text: Substring, at separator: Character) -> (Substring, Substring?) {
        guard let place = text.firstIndex(of: separator) else { return (text, nil) }
        return (text[..<place], text[text.index(after: place)...])
    }

    private static func withoutDots(_ path: String) -> String {
        guard path.contains("/.") else { return path }
        var kept: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for part in parts where part != "." {
            if part == ".." { _ = kept.popLast() } else { kept.append(part) }
        }
        if parts.last == "." || parts.last == ".." { kept.append("") }
        return "/" + kept.joined(separator: "/")
    }
}
