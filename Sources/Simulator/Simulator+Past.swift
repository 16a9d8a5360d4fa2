import LiveClient
import LiveProtocol

extension Simulator {
    /// Whether what is typed now is not to be seen by anybody.
    package var isTypingSecret: Bool { page.focus == .textField(.password) }

    /// Makes what the page's views held before what they hold now, and waits for all that it brings.
    ///
    /// - Parameter kept: Nil for a moment of which nothing was kept.
    /// - Returns: What cannot be exactly as it was.
    /// - Throws: Why nothing was changed.
    package func restore(_ kept: (any KeptPage)?) throws(RestoreRefusal) -> [RestoreShortfall] {
        page.prepareForInput()
        let shortfalls = try client.restore(kept)
        settle()
        return shortfalls
    }
}
