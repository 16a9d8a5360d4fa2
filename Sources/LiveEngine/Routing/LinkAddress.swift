/// Addresses that a page may be sent to (JS_COMMANDS.md 1).
enum LinkAddress {
    /// Whether it is a path, or begins with `http:` or `https:`; anything else could run code.
    static func isSupported(_ address: String) -> Bool {
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return true }
        let scheme = address[..<colon]
        let isScheme = !scheme.isEmpty && !scheme.utf8.contains { "/?#".utf8.contains($0) }
        return !isScheme || ["http", "https"].contains(scheme.lowercased())
    }
}
