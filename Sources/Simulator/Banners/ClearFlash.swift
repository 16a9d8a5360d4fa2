import LiveProtocol
import TextLayout

/// A binding that runs the built-in event `lv:clear-flash`, by itself or among JS commands (FLASH.md 1).
///
/// What has one on its clicks is a banner, or the button of one; nobody else decides that.
struct ClearFlash: Hashable {
    private static let event = "lv:clear-flash"

    /// The flash key among the values of the command; nil when the element's `phx-value-key` counts.
    let key: String?

    /// - Parameter binding: The value of a `phx-click` attribute.
    init?(binding: String) {
        if binding == Self.event {
            key = nil
            return
        }
        guard binding.hasBytes(of: Self.event), let commands = try? JSCommand.list(parsing: binding) else { return nil }
        for case .push(let push) in commands where push.event == Self.event {
            key = push.value?["key"]?.string
            return
        }
        return nil
    }
}

extension PageRules {
    /// How the pages of live views look: what a click clears is a banner with its flash key, and what listens to clicks is
    /// like a link.
    static let liveView = PageRules(
        sheet: """
            a[phx-click] { color: accent; text-decoration: underline }
            /* Errors of fields that nobody used yet */
            .phx-no-feedback { display: none }
            """, attributes: ["phx-click", "phx-value-key"]
    ) { attributes in
        var clearsFlash = false
        var commandKey: String?
        var valueKey: String?
        for attribute in attributes {
            switch attribute.name {
            case "phx-click":
                guard let command = ClearFlash(binding: attribute.value) else { break }
                clearsFlash = true
                commandKey = command.key
            case "phx-value-key": valueKey = attribute.value
            default: break
            }
        }
        guard clearsFlash || valueKey != nil else { return nil }
        return MessageRole(isBanner: clearsFlash, key: commandKey ?? valueKey)
    }
}
