import OrderedCollections

/// A transport that lets the inside of its sessions be seen and reached; one to a server elsewhere does not.
package protocol Inspectable: AnyObject {
    /// What the session of a topic holds now; nil when there is none.
    func inspect(topic: String) -> Inspection?

    /// Hands a message to the session of a topic, or to a component of it, as a timer or another session would.
    ///
    /// - Throws: Why it cannot take it.
    func send(_ message: JSONValue, toSession topic: String, component: Int?) throws(ScriptRefusal)
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
