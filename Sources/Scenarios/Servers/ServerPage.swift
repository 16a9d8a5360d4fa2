/// The address of a page: a server, and the path there.
package struct ServerPage: Hashable, Sendable {
    package let server: ServerAddress
    /// Path and query.
    package let path: String

    /// Reads an address such as `http://127.0.0.1:8000/health`.
    ///
    /// - Returns: Nil when it is none.
    package init?(_ text: String) {
        guard let start = text.firstRange(of: "://")?.upperBound else { return nil }
        let end = text[start...].firstIndex { $0 == "/" || $0 == "?" } ?? text.endIndex
        guard let server = ServerAddress(String(text[..<end])) else { return nil }
        let path = text[end...]
        guard path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else { return nil }
        self.server = server
        self.path = path.hasPrefix("/") ? String(path) : "/\(path)"
    }
}

extension ServerPage: CustomStringConvertible {
    package var description: String { server.origin + path }
}
