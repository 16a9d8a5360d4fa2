import LiveProtocol

/// How often the connection, or the page as a whole, was tried anew (TheWire.md, "The life of a connection").
struct ConnectionLife {
    /// Attempts to connect since a server last said something.
    var attempts = 0
    /// Whether the loss of the connection was noticed.
    var isLost = false
    /// Whether it was told that the connection is open.
    var isToldOpen = false
    /// The connection that is to take the place of the one that was lost.
    var attempt: (any Transport)?
    /// How many connections in a row were closed while the page's own view waited to be joined.
    var unansweredJoins = 0

    private static let reconnectDelays = [10, 50, 100, 150, 200, 250, 500, 1_000, 2_000]
    private static let rejoinDelays = [1_000, 2_000, 5_000]

    /// How long to wait before connecting again.
    static func reconnectDelay(attempt: Int) -> Duration {
        .milliseconds(attempt < reconnectDelays.count ? reconnectDelays[attempt] : 5_000)
    }

    /// How long to wait before joining a view again.
    static func rejoinDelay(attempt: Int) -> Duration {
        .milliseconds(attempt < rejoinDelays.count ? rejoinDelays[attempt] : 10_000)
    }

    /// How long to wait before a page that does not answer is loaded anew: between 5 and 10 seconds in a browser, and
    /// longer when that was of no use.
    ///
    /// - Parameter count: How often the page was loaded anew in a row, this time included.
    static func reloadDelay(count: Int) -> Duration { count < reloadLimit ? .milliseconds(7_500) : .seconds(30) }

    private static let reloadLimit = 10

    /// After how many of those the page itself is taken to be too old.
    static let unansweredJoinLimit = 2

    /// How long to wait for the answer to a join.
    static let joinTimeout = Duration.seconds(10)
    /// How long a view may be gone before `phx-disconnected` runs.
    static let disconnectedDelay = Duration.milliseconds(500)
}
