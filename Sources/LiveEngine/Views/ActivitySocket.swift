/// The socket of a view or of a component: what both can have under way beside the page.
///
/// Timers, topics, tasks and presence are asked for in a handler, begin when it has returned and its page is rendered, and
/// end with the view or component that asked. What they say comes to `handleInfo` of a view, `handleMessage` of a component.
public protocol ActivitySocket {
    associatedtype Context
    /// What comes of it: the infos of a view, the messages of a component.
    associatedtype Info: Sendable

    var context: Context { get set }

    /// What a handler has asked for so far; for the functions of this protocol only.
    var state: SocketState { get set }
}

extension ActivitySocket {
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

    /// Ends a timer; one that has ended already is no matter.
    public mutating func cancel(_ timer: TimerID) { state.requests.append(.timer(.cancel(timer))) }

    private mutating func start(_ info: Info, after delay: Duration, isRepeating: Bool) -> TimerID {
        let id = TimerID(number: state.nextTimer)
        state.nextTimer += 1
        state.requests.append(.timer(.start(id, info, after: delay, isRepeating: isRepeating)))
        return id
    }
}
