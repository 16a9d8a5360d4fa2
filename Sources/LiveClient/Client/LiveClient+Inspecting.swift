import HTMLTree
import LiveProtocol

/// What can be seen of the inside of the page's views, where their host lets anybody see.
extension LiveClient {
    /// What the session of the main view holds; nil when there is none, or it cannot be seen.
    package var inspection: Inspection? { views.main.flatMap { outbox.inspect(topic: $0.topic) } }

    /// The failures of the main view's handlers, oldest first; none where nobody can see them.
    package var failures: [String] { views.main.map { outbox.failures(topic: $0.topic) } ?? [] }

    /// Keeps what all views of the page hold now; nil when nobody can see that.
    package func keep() -> (any KeptPage)? { outbox.keep() }

    /// Makes what the views held before what they hold now, and shows it.
    ///
    /// - Parameter kept: Nil for a moment of which nothing was kept.
    /// - Returns: What cannot be exactly as it was.
    /// - Throws: Why nothing was changed.
    package func restore(_ kept: (any KeptPage)?) throws(RestoreRefusal) -> [RestoreShortfall] {
        let shortfalls = try outbox.restore(kept)
        settle()
        return shortfalls
    }

    /// The element that a view or a component is in; nil when it is not on the page.
    package func element(of part: InspectedPart) -> NodeID? {
        guard let view = views.view(onTopic: part.topic) else { return nil }
        let node = part.id.component.map { views.element(ofComponent: $0, in: view) } ?? view.container
        return node.flatMap { document.isAlive($0) && document.isConnected($0) ? $0 : nil }
    }
}
