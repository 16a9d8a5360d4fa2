// What is asked for in a handler begins when it has returned and its page is rendered, and ends with the view or the
// component that asked. What comes of it is handled by `handleInfo`.

// MARK: - Topics

extension LiveSocket where Owner: EventHandler {
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
    public var sender: InfoSender<Info> { InfoSender(address: state.home?.address.of(state.part)) }
}

// MARK: - Timers

extension LiveSocket where Owner: EventHandler {
    /// Sends an info again and again, first one interval from now.
    ///
    /// - Parameter interval: At least a millisecond; a shorter one counts as that.
    @discardableResult
    public mutating func schedule(_ info: Info, every interval: Duration) -> TimerID {
        start(info, after: max(interval, .milliseconds(1)), isRepeating: true)
    }

    /// Sends an info once.
    @discardableResult
    public mutating func scheduleOnce(_ info: Info, after delay: Duration) -> TimerID {
        start(info, after: max(delay, .zero), isRepeating: false)
    }

    /// Ends a timer; when it has ended already, nothing happens.
    public mutating func cancel(_ timer: TimerID) { state.requests.append(.timer(.cancel(timer))) }

    private mutating func start(_ info: Info, after delay: Duration, isRepeating: Bool) -> TimerID {
        let id = TimerID(number: state.nextTimer)
        state.nextTimer += 1
        state.requests.append(.timer(.start(id, info, after: delay, isRepeating: isRepeating)))
        return id
    }
}
