/// An address that a command leads to: a path, or one that begins with `http:` or `https:` (JS_COMMANDS.md 1).
public struct JSAddress: Hashable, Sendable {
    /// An address with a scheme that could run code.
    public struct UnsupportedScheme: Error, Hashable, Sendable, CustomStringConvertible {
        /// The address as it was given.
        public let address: String

        /// What an address must be, in words for people.
        public var description: String {
            "\"\(address)\" must be a path or an address that begins with http: or https:"
        }
    }

    /// The address.
    public let text: String

    /// Checks an address that is not known in advance.
    ///
    /// - Throws: `UnsupportedScheme` for `javascript:`, `data:` and all other schemes.
    public init(checking text: String) throws(UnsupportedScheme) {
        guard LinkAddress.isSupported(text) else { throw UnsupportedScheme(address: text) }
        self.text = text
    }
}

extension JSAddress: ExpressibleByStringInterpolation {
    /// An address with an unsupported scheme gets the prefix `unsafe:`, which leads nowhere.
    public init(stringLiteral text: String) {
        self.text = LinkAddress.isSupported(text) ? text : "unsafe:" + text
    }
}
