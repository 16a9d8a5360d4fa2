import LiveClient
import TextLayout

extension PageRules {
    /// How the pages of live views look: what a click clears is a banner with its flash key, and what listens to clicks is
    /// like a link.
    static let liveView = PageRules(
        sheet: """
            a[\(BindingName.click)] { color: accent; text-decoration: underline }
            /* Errors of fields that nobody used yet, as of clients before LiveView 1.0 */
            .phx-no-feedback { display: none }
            """,
        attributes: [BindingName.click, BindingName.value("key")]
    ) { attributes in
        var command: ClearFlash?
        var valueKey: String?
        for attribute in attributes {
            switch attribute.name {
            case BindingName.click: command = ClearFlash(binding: attribute.value)
            case BindingName.value("key"): valueKey = attribute.value
            case _: continue
            }
        }
        guard command != nil || valueKey != nil else { return nil }
        return MessageRole(isBanner: command != nil, key: command?.key ?? valueKey)
    }
}
