/// How far a session may go before something must be wrong with it.
public struct SessionLimits: Sendable {
    /// How long the handlers of one event may take, and then rendering, and then finding out what changed; nil for as long
    /// as they like. Only an engine that has a stopwatch knows.
    ///
    /// Swift cannot interrupt code that runs, so a handler is over before anybody learns that it took too long: it is
    /// undone then, as one that threw, and reported with its time. One that may run for long asks now and then by
    /// `try socket.checkTimeLimit()`, which throws when the time is up. What never returns holds its session's thread.
    public var handlerTime: Duration? = .seconds(5)
    /// How many infos may wait for one session; what comes beyond that is dropped and reported.
    public var waitingInfos = 10_000
    /// How many infos in a row may change nothing on the page before the rest waits for the next turn.
    public var silentInfos = 100_000
    /// How many times in a row a view may patch its address.
    public var patches = 20
    /// How many messages components and view may send one another within one event.
    public var messages = 1000
    /// How many views one connection may have joined at a time.
    public var views = 1000
    /// How often one connection may join views, all in all; nil for as often as it likes.
    public var joins: Int?
    /// How many flashes wait for the pages that they travel to; the oldest are forgotten first.
    public var travellingFlashes = 100_000
    /// How many files a view or a component lets its page send without hearing of them; the oldest are forgotten first.
    public var uploadTickets = 1000
    /// How many of a session's failures are kept to be looked at.
    public var failures = 100

    /// Makes the limits that are told at the properties.
    public init() {}
}

/// Handlers or rendering took longer than they may.
struct TimeLimitExceeded: Error, Equatable {
    let time: Duration
    let limit: Duration
}

extension TimeLimitExceeded: CustomStringConvertible {
    var description: String {
        "took \(time), and may take \(limit); nothing of it was kept. Long work belongs in a task: startTask, assignAsync"
    }
}
