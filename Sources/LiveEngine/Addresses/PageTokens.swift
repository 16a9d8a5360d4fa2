import LiveProtocol

/// The tokens in the containers of views, which a client hands back when it joins them.
enum PageTokens {
    static let containerID = "phx-main"
    static let topicPrefix = "lv:"
    private static let sessionPrefix = "session."
    private static let staticPrefix = "static."
    private static let nestedPrefix = "nested."
    private static let layoutPrefix = "layout."

    /// The topic of the view in a container.
    static func topic(of container: String) -> String { topicPrefix + container }

    /// The token of the main view of a page that was requested in a group of routes; the address of the join says which
    /// view it is.
    static func session(group: String) -> String { sessionPrefix + group }

    /// The group in the token of a main view.
    static func group(in token: String) -> String? { rest(of: token, after: sessionPrefix) }

    /// The token of the views in the layout of a group.
    static func layout(group: String) -> String { layoutPrefix + group }

    /// The group in the token of a view in a layout.
    static func layoutGroup(in token: String) -> String? { rest(of: token, after: layoutPrefix) }

    /// The token that carries the flash a page was requested with.
    static func staticToken(flash: String?) -> String { staticPrefix + (flash ?? "") }

    /// The flash token in a static token.
    static func flash(in staticToken: String?) -> String? {
        guard let flash = staticToken.flatMap({ rest(of: $0, after: staticPrefix) }) else { return nil }
        return flash.isEmpty ? nil : flash
    }

    /// The token of a view that a session has placed in its page, under a number of the session's own.
    static func nested(session: Int, number: Int) -> String { "\(nestedPrefix)\(session).\(number)" }

    /// The number of the session that has placed the view of a token.
    static func placer(in token: String) -> Int? {
        rest(of: token, after: nestedPrefix).flatMap { Int($0.prefix { $0 != "." }) }
    }

    private static func rest(of token: String, after prefix: String) -> String? {
        token.hasPrefix(prefix) ? String(token.dropFirst(prefix.count)) : nil
    }
}
