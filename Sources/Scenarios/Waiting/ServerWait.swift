/// How long a step waited for a server elsewhere, and for what.
package struct ServerWait: Sendable {
    /// What can be waited for.
    enum Purpose: String, Sendable {
        case page = "the page"
        case answer = "answers"
        case condition = "what is expected"
        case target = "its target"
        case connection = "the connection"
        case picture = "the picture"
        case time = "the time to pass"
    }

    let purpose: Purpose
    var duration: Duration
}
