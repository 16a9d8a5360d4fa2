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

    init(origin: String, path: String = "/", query: String? = nil, fragment: String? = nil) {
        self.origin = origin
        self.path = path
        self.query = query
        self.fragment = fragment
    }

    /// Reads a reference as it stands in an `href`, relative to this address (RFC 3986, section 5.2).
    func resolve(_ reference: String) -> PageURL {
        let trimmed = reference.drop { $0 == " " || $0 == "\n" || $0 == "\t" }
        var (rest, fragment) = Self.split(trimmed, at: "#")
        var origin = self.origin
        if let scheme = rest.firstRange(of: "://"), rest[..<scheme.lowerBound].allSatisfy(\.isLetter) {
            let end = rest[scheme.upperBound...].firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
            origin = String(rest[..<end])
            rest = rest[end...].isEmpty ? "/" : rest[end...]
        } else if rest.hasPrefix("//") {
            let end = rest.dropFirst(2).firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
            origin = (self.origin.split(separator: "/").first.map(String.init) ?? "http:") + rest[..<end]
            rest = rest[end...].isEmpty ? "/" : rest[end...]
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
