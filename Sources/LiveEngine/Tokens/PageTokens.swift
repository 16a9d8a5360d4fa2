import Basics

/// The tokens in the containers of views, which a client hands back when it joins them. Each is good for one container.
final class PageTokens: Sendable {
    static let topicPrefix = "lv:"

    let sealer: any TokenSealer

    init(sealer: any TokenSealer) { self.sealer = sealer }

    /// The topic of the view in a container.
    static func topic(of container: String) -> String { topicPrefix + container }

    /// The container of the view of a topic; nil for the topic of something else.
    static func container(of topic: String) -> String? {
        topic.hasPrefix(topicPrefix) ? String(topic.dropFirst(topicPrefix.count)) : nil
    }

    /// The token of the main view of a page that was requested in a group of routes; the address of the join says which
    /// view it is.
    func session(of container: String, group: String) -> String { seal(group, of: container, for: .session) }

    /// The group in the token of a main view.
    func group(in token: String, of container: String) -> String? { open(token, of: container, for: .session) }

    /// The token of a view in the layout of a group.
    func layout(of container: String, group: String) -> String { seal(group, of: container, for: .layout) }

    /// The group in the token of a view in a layout.
    func layoutGroup(in token: String, of container: String) -> String? { open(token, of: container, for: .layout) }

    /// The token that carries the flash a page was requested with.
    func staticToken(of container: String, flash: String?) -> String { seal(flash ?? "", of: container, for: .static) }

    /// The flash token in a static token.
    func flash(in staticToken: String?, of container: String) -> String? {
        guard let flash = staticToken.flatMap({ open($0, of: container, for: .static) }), !flash.isEmpty else {
            return nil
        }
        return flash
    }

    /// The token of a view that a session has placed in its page, under a number of the session's own.
    func nested(session: Int, number: Int) -> String { sealer.seal("\(session).\(number)", for: .nested) }

    /// The number of the session that has placed the view of a token.
    func placer(in token: String) -> Int? {
        sealer.open(token, for: .nested).flatMap { Int($0.prefix { $0 != "." }) }
    }

    private func seal(_ content: String, of container: String, for purpose: TokenPurpose) -> String {
        // A colon in the id itself is coded, so that it ends at the first one.
        sealer.seal("\(PercentCoding.encode(container)):\(content)", for: purpose)
    }

    private func open(_ token: String, of container: String, for purpose: TokenPurpose) -> String? {
        let prefix = PercentCoding.encode(container) + ":"
        guard let content = sealer.open(token, for: purpose), content.hasPrefix(prefix) else { return nil }
        return String(content.dropFirst(prefix.count))
    }
}
