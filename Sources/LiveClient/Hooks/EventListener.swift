import HTMLTree
import LiveProtocol

/// What a hook does at an event that a view pushes.
struct EventListener {
    /// The element of the hook; the listener goes with it.
    var node: NodeID
    var handle: (JSONValue) -> Void
}
