import LiveProtocol

/// The tokens in the containers of views, which a client hands back when it joins them.
enum PageTokens {
    static let containerID = "phx-main"
    static let topicPrefix = "lv:"
    /// Names the main container; the address of the join says which view it is.
    static let session = "session." + containerID
    private static let staticPrefix = "static."
    private static let nestedPrefix = "nested."

    /// The topic of the view in a container.
    static func topic(of container: String) -> String { topicPrefix + container }

    /// The token that carries the flash a page was requested with.
    static func staticToken(flash: String?) -> String { staticPrefix + (flash ?? "") }

    /// The flash token in a static token.
    static func flash(in staticToken: String?) -> String? {
        guard let staticToken, staticToken.hasPrefix(staticPrefix) else { return nil }
        let flash = staticToken.dropFirst(staticPrefix.count)
        return flash.isEmpty ? nil : String(flash)
    }

    /// The token of a view that a session has placed in its page, under a number of the session's own.
    static func nested(session: Int, number: Int) -> String { "\(nestedPrefix)\(session).\(number)" }

    /// The number of the session that has placed the view of a token.
    static func placer(in token: String) -> Int? {
        guard token.hasPrefix(nestedPrefix) else { return nil }
        return Int(token.dropFirst(nestedPrefix.count).prefix { $0 != "." })
    }
}
