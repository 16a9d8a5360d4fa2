import HTMLTree
import LiveProtocol

/// How the versions of LiveView differ in what a client says and does; nothing else knows of it
/// (TheWire.md, "Dialects").
struct Dialect: Hashable, Sendable {
    /// Whether what a form adds to its fields (`_target`, `phx-value-*`) travels among them, not in `meta`.
    let putsMetaAmongFields: Bool
    /// Whether fields that nobody has used have `_unused_` companions.
    let marksUnusedFields: Bool
    /// Whether the client hides what `phx-feedback-for` says is about a field that nobody has used.
    let hidesFeedback: Bool

    /// What LiveView 1.1 and later speak.
    static let current = Dialect(putsMetaAmongFields: false, marksUnusedFields: true, hidesFeedback: false)
    /// LiveView 1.0.
    private static let first = Dialect(putsMetaAmongFields: true, marksUnusedFields: true, hidesFeedback: false)
    /// LiveView 0.20 and pyview.
    private static let before = Dialect(putsMetaAmongFields: true, marksUnusedFields: false, hidesFeedback: true)

    private init(putsMetaAmongFields: Bool, marksUnusedFields: Bool, hidesFeedback: Bool) {
        self.putsMetaAmongFields = putsMetaAmongFields
        self.marksUnusedFields = marksUnusedFields
        self.hidesFeedback = hidesFeedback
    }

    /// The dialect of a server.
    ///
    /// - Parameter version: What the answer to a join says as `liveview_version`; servers before 0.20 say nothing.
    init(version: String?) {
        let numbers = (version ?? "").split(separator: ".").prefix(2).map { Int($0) ?? 0 } + [0, 0]
        switch (numbers[0], numbers[1]) {
        case (0, _): self = .before
        case (1, 0): self = .first
        default: self = .current
        }
    }

    /// An event as the server of this dialect reads it.
    func spelled(_ push: EventPush) -> EventPush {
        guard putsMetaAmongFields, case .form(let text) = push.value, let meta = push.meta else { return push }
        let added = URLEncodedForm.encode(meta.map { ($0.key, $0.value.string ?? $0.value.json) })
        var push = push
        push.value = .form([text, added].filter { !$0.isEmpty }.joined(separator: "&"))
        push.meta = nil
        return push
    }
}
