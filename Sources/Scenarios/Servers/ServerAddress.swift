import Basics

/// Where a server elsewhere is: a scheme, a host and a port, under which the paths of scenarios lie.
package struct ServerAddress: Hashable, Sendable {
    /// As requests name it, such as `http://127.0.0.1:8000`.
    package let origin: String

    /// Reads an address such as `http://127.0.0.1:8000`; a slash may follow it, a path may not.
    ///
    /// - Returns: Nil when it is none.
    package init?(_ text: String) {
        let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let scheme = parts.first?.lowercased(), scheme == "http" || scheme == "https",
            let rest = parts.last
        else { return nil }
        let authority = rest.hasSuffix("/") ? rest.dropLast() : rest
        guard Self.isAuthority(authority) else { return nil }
        origin = "\(scheme)://\(authority.lowercased())"
    }

    /// Whether a text is a host's name or number, with or without a port.
    private static func isAuthority(_ text: Substring) -> Bool {
        var host = text
        if let colon = text.lastIndex(of: ":"), text.last != "]" {
            let digits = text[colon...].dropFirst()
            guard digits.utf8.allSatisfy(\.isASCIIDigit), let port = Int(digits), (1...65535).contains(port) else {
                return false
            }
            host = text[..<colon]
        }
        if host.hasPrefix("["), host.hasSuffix("]") {
            let number = host.dropFirst().dropLast()
            return number.contains(":") && number.utf8.allSatisfy { $0.hexDigitValue != nil || ":.".utf8.contains($0) }
        }
        return !host.isEmpty && host.utf8.allSatisfy { $0.isASCIIAlphanumeric || "-._".utf8.contains($0) }
    }
}

extension ServerAddress: CustomStringConvertible {
    package var description: String { origin }
}
