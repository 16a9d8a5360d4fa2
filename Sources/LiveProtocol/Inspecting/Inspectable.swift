import OrderedCollections

/// A transport that lets the inside of its sessions be seen and reached; one to a server elsewhere does not.
package protocol Inspectable: AnyObject {
    /// What the session of a topic holds now; nil when there is none.
    func inspect(topic: String) -> Inspection?

    /// The failures of handlers of the session of a topic, oldest first, in words for people: what `inspect` tells of them,
    /// without putting the context into words.
    func failures(topic: String) -> [String]

    /// Keeps what all sessions hold now. That costs next to nothing, whatever they hold, and nothing at all for those
    /// that hold what they held before: of a page of which nothing changed, the same object comes again.
    func keep() -> (any KeptPage)?

    /// Makes what sessions held before what they hold now, and tells their client what differs. What they did to the
    /// world around them is not undone, and what they have under way goes on.
    ///
    /// - Returns: What cannot be exactly as it was.
    /// - Throws: Why nothing was changed.
    func restore(_ page: any KeptPage) throws(RestoreRefusal) -> [RestoreShortfall]

    /// Hands a message to the session of a topic, or to a component of it, as a timer or another session would.
    ///
    /// - Throws: Why it cannot take it.
    func send(_ message: JSONValue, toSession topic: String, component: Int?) throws(ScriptRefusal)
}

/// The inside of one view or component at one moment.
public struct Inspection: Equatable, Sendable {
    /// The name of its type.
    package var view: String
    package var context: JSONValue
    package var flash: OrderedDictionary<String, JSONValue>
    /// The failures of handlers since the session was mounted, oldest first, in words for people.
    package var failures: [String]
    /// Whether this is all of the context; of a very large one its beginning is told.
    package var isWhole: Bool

    /// How many values of a context are told of a page that is kept.
    package static let mostValues = 20_000

    package init(
        view: String, context: JSONValue, flash: OrderedDictionary<String, JSONValue>, failures: [String] = [],
        isWhole: Bool = true
    ) {
        self.isWhole = isWhole
        self.view = view
        self.context = context
        self.flash = flash
        self.failures = failures
    }
}
