import Basics
import LiveProtocol

/// A binding that runs the built-in event `lv:clear-flash`, by itself or among JS commands (Flash.md, "Dismiss").
package struct ClearFlash: Hashable {
    private static let event = "lv:clear-flash"

    /// The flash key among the values of the command; nil when the element's `phx-value-key` counts.
    package let key: String?

    /// - Parameter binding: The value of a `phx-click` attribute.
    package init?(binding: String) {
        if binding == Self.event {
            key = nil
            return
        }
        guard ASCIIText.contains(Self.event, in: binding, ignoringCase: false),
            let commands = try? JSCommand.list(parsing: binding)
        else { return nil }
        for case .push(let push) in commands where push.event == Self.event {
            key = push.value?["key"]?.string
            return
        }
        return nil
    }
}
