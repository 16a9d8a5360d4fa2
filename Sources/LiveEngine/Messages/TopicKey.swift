/// A topic without its type of message, to look it up by.
struct TopicKey: Hashable, Sendable {
    let name: String
    let message: ObjectIdentifier
}
