import LiveProtocol

/// The tokens in a live page's container, which its client hands back when it joins.
enum PageTokens {
    static let containerID = "phx-main"
    static let topic = "lv:" + containerID
    /// Names the container; the address of the join says which view it is.
    static let session = "session." + containerID
    private static let staticPrefix = "static."

    /// The token that carries the flash a page was requested with.
    static func staticToken(flash: String?) -> String { staticPrefix + (flash ?? "") }

    /// The flash token in a static token.
    static func flash(in staticToken: String?) -> String? {
        guard let staticToken, staticToken.hasPrefix(staticPrefix) else { return nil }
        let flash = staticToken.dropFirst(staticPrefix.count)
        return flash.isEmpty ? nil : String(flash)
    }
}
