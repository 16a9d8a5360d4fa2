/// What a handler asks of the talk between sessions.
enum MessageRequest {
    case subscribe(TopicKey, PubSub.Reading)
    case unsubscribe(TopicKey)
    case broadcast(any Sendable, on: TopicKey, isForSelf: Bool)
    case send(any Sendable)
    /// For the view that this one is placed in, when it is of a type.
    case sendParent(any Sendable, ObjectIdentifier)
    /// For a view that is placed in this one, when it is of a type.
    case sendChild(any Sendable, ObjectIdentifier, id: String)
}
