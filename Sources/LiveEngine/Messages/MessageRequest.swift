/// What a handler asks of the talk between sessions.
enum MessageRequest {
    case subscribe(TopicKey, PubSub.Reading)
    case unsubscribe(TopicKey)
    case broadcast(any Sendable, on: TopicKey, isForSelf: Bool)
    case send(any Sendable)
}
