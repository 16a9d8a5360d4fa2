import HTMLTree
import LiveProtocol
import OrderedCollections

/// An event that a command dispatches.
struct DispatchedEvent {
    var name: String
    var detail: OrderedDictionary<String, JSONValue>
    var bubbles: Bool
    /// Whether patches would wait until a listener is done; listeners here are done when they return.
    var isBlocking: Bool
    /// The element whose command it is.
    var dispatcher: NodeID
}
