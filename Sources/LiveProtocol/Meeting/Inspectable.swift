import OrderedCollections

/// A transport that lets the inside of its sessions be seen; one to a server elsewhere does not.
package protocol Inspectable: AnyObject {
    /// What the session of a topic holds now; nil when there is none.
    func inspect(topic: String) -> Inspection?
}

/// The inside of one session at one moment.
public struct Inspection: Equatable, Sendable {
    /// The name of the view's type.
    package var view: String
    package var context: JSONValue
    package var flash: OrderedDictionary<String, JSONValue>
    /// The failures of handlers since the session was mounted, oldest first, in words for people.
    package var failures: [String]

    package init(
        view: String, context: JSONValue, flash: OrderedDictionary<String, JSONValue>, failures: [String] = []
    ) {
        self.view = view
        self.context = context
        self.flash = flash
        self.failures = failures
    }
}
