import Basics

/// Which names a server answers to, and from which pages its sockets may be opened.
///
/// A page elsewhere can have its name point at this machine (DNS rebinding), and any page can open a socket to any server;
/// neither may act here in the name of who looks at it.
struct HostRules: Sendable {
    private let names: Set<String>
    /// Whether it listens at all addresses of the machine, so that any of them may be its name.
    private let isEverywhere: Bool

    /// - Parameters:
    ///   - host: Where the server listens.
    ///   - names: What else it may be called.
    init(host: String, names: [String]) {
        let names = names + [host, "localhost", "127.0.0.1", "[::1]"]
        self.names = Set(names.map { ASCIIText.lowercased($0.contains(":") && !$0.hasPrefix("[") ? "[\($0)]" : $0) })
        isEverywhere = host == "0.0.0.0" || host == "::"
    }

    /// Whether the value of a `Host` header names this server; of one without a name nothing is known.
    func isKnown(host: String?) -> Bool {
        guard let host, let name = Self.split(host)?.name else { return false }
        return names.contains(name) || isEverywhere && Self.isAddress(name)
    }

    /// Whether a page may open a socket here: one of this server itself, or no page at all but a program.
    ///
    /// - Parameter origin: The value of the `Origin` header.
    static func isOwn(origin: String?, host: String?) -> Bool {
        guard let origin else { return true }
        guard let host, let own = split(host) else { return false }
        for (scheme, port) in [("http://", 80), ("https://", 443)] {
            guard ASCIIText.hasPrefix(scheme, in: origin, ignoringCase: true),
                let other = split(String(origin.dropFirst(scheme.count)))
            else { continue }
            return own.name == other.name && (own.port ?? port) == (other.port ?? port)
        }
        return false
    }

    /// Splits `name:port`; nil for what is not of that form.
    private static func split(_ host: String) -> (name: String, port: Int?)? {
        let host = ASCIIText.lowercased(host)
        let end = host.hasPrefix("[") ? host.firstIndex(of: "]").map(host.index(after:)) : host.firstIndex(of: ":")
        let name = host[..<(end ?? host.endIndex)]
        let rest = host[name.endIndex...]
        guard !name.isEmpty else { return nil }
        if rest.isEmpty { return (String(name), nil) }
        guard rest.first == ":", let port = UInt16(rest.dropFirst()) else { return nil }
        return (String(name), Int(port))
    }

    /// Whether a name is an address, which nobody's name service can make point elsewhere.
    private static func isAddress(_ name: String) -> Bool {
        if name.hasPrefix("[") { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
