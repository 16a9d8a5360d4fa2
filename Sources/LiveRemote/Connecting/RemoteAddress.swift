import Basics

/// Where a server is, as the origin of its pages tells.
struct RemoteAddress: Hashable, Sendable {
    /// As it was written, such as `http://127.0.0.1:4000`.
    let origin: String
    /// Whether nobody on the way can read what is said.
    let isProtected: Bool
    /// A name, or a number without brackets.
    let host: String
    let port: Int
    /// The host with its port, where that is not the scheme's own: what the header `Host` says.
    let authority: String

    /// Reads an origin: scheme, host, and a port where it is not the usual one.
    init(origin: String) throws(RemoteFailure) {
        self.origin = origin
        let lowercased = ASCIIText.lowercased(origin)
        guard let end = lowercased.firstRange(of: "://") else { throw RemoteFailure(origin, .noAddress) }
        switch lowercased[..<end.lowerBound] {
        case "http": isProtected = false
        case "https": isProtected = true
        default: throw RemoteFailure(origin, .noAddress)
        }
        authority = String(lowercased[end.upperBound...])
        guard let (host, port) = Self.split(authority), Self.isHost(host) else {
            throw RemoteFailure(origin, .noAddress)
        }
        self.host = String(host)
        guard let port else {
            self.port = isProtected ? 443 : 80
            return
        }
        guard port.utf8.allSatisfy(\.isASCIIDigit), let number = Int(port), (1...65_535).contains(number) else {
            throw RemoteFailure(origin, .noAddress)
        }
        self.port = number
    }

    /// The host, without the brackets that a number of IPv6 has, and the port.
    private static func split(_ authority: String) -> (host: Substring, port: Substring?)? {
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            let host = authority[..<end].dropFirst()
            let rest = authority[authority.index(after: end)...]
            guard host.contains(":"), rest.isEmpty || rest.hasPrefix(":") else { return nil }
            return (host, rest.isEmpty ? nil : rest.dropFirst())
        }
        guard let colon = authority.firstIndex(of: ":") else { return (authority[...], nil) }
        let host = authority[..<colon]
        return (host, authority[authority.index(after: colon)...])
    }

    private static func isHost(_ host: Substring) -> Bool {
        !host.isEmpty
            && host.utf8.allSatisfy { byte in
                byte.isASCIIAlphanumeric || [0x2D, 0x2E, 0x5F, 0x3A].contains(byte)
            }
    }
}
