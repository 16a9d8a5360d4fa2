extension ActivitySocket {
    /// Gets the messages on a topic from now on, as infos between events, until it unsubscribes or ends.
    ///
    /// Subscribing again to the same topic changes how its messages are read.
    ///
    /// - Parameter info: Makes of a message what this part of the page handles.
    public mutating func subscribe<Message>(
        _ topic: Topic<Message>, _ info: @escaping @Sendable (Message) -> Info
    ) {
        state.requests.append(
            .message(.subscribe(topic.key) { message in (message as? Message).map(info) }))
    }

    /// Gets no more messages on a topic; those that wait already still come.
    public mutating func unsubscribe<Message>(_ topic: Topic<Message>) {
        state.requests.append(.message(.unsubscribe(topic.key)))
    }

    /// Sends a message to all sessions that are subscribed to a topic, this one too if it is.
    ///
    /// It is sent when the handler has returned, and comes after this session's own reply.
    public mutating func broadcast<Message>(_ topic: Topic<Message>, _ message: Message) {
        state.requests.append(.message(.broadcast(message, on: topic.key, isForSelf: true)))
    }

    /// Sends a message to all other sessions that are subscribed to a topic.
    public mutating func broadcastFrom<Message>(_ topic: Topic<Message>, _ message: Message) {
        state.requests.append(.message(.broadcast(message, on: topic.key, isForSelf: false)))
    }

    /// Sends an info to this part of the page itself, which gets it after all that waits already.
    public mutating func send(_ info: Info) {
        state.requests.append(.message(.send(info)))
    }

    /// Sends infos to this part of the page from elsewhere, on whatever thread.
    public var sender: InfoSender<Info> { InfoSender(address: state.place?.address(of: state.part)) }
}
