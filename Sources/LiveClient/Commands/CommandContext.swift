import HTMLTree
import LiveProtocol
import OrderedCollections

/// Where a list of commands runs: the element, the kind of event, and what an event gives its pushes
/// (TheClientsRules.md, "What commands act on").
struct CommandContext {
    /// The element that the commands stand on, and that they act on unless they say otherwise.
    var source: NodeID
    /// `click`, `keydown`, `change`, ...; nil outside an event of the page.
    var type: String?
    /// What the event tells, such as the key.
    var metadata: OrderedDictionary<String, JSONValue> = [:]
    /// For a change or submit, the form and who caused it.
    var form: FormEvent?
    /// Runs when a push has been answered, or never will be.
    var whenAnswered: (() -> Void)?
    /// Whether a plain event's name stands for a push of it.
    var allowsPlainEvent = true
}

/// What a change or submit tells besides its fields.
struct FormEvent {
    enum Kind {
        case change
        case submit
    }

    var kind: Kind
    var form: NodeID
    /// The control that changed.
    var input: NodeID?
    /// The button that caused it.
    var submitter: NodeID?
    /// Whether only the control's own fields are sent, because the binding is its own.
    var isOfInput = false
}
