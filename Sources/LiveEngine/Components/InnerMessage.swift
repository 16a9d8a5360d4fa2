/// What one part of a page sends to another part of it.
enum InnerMessage {
    /// An info for the view.
    case view(any Sendable)
    case component(ComponentKey, any Sendable)
}
