import LiveProtocol

/// How a run reaches servers elsewhere.
package struct ServerAccess: Sendable {
    /// Where all cases are run, whatever their headers say; nil where each says so itself.
    let address: ServerAddress?
    /// Whether cases run in this process as well, and what comes of them is compared.
    let isCompared: Bool
    /// The real time since 1970, by which cookies end.
    let date: @Sendable () -> Duration
    /// Moves the time of the servers, where that is possible: it then stands still unless moved, as virtual time does.
    let moveTime: (@Sendable (Duration) -> Void)?
    /// Makes what opens the pages of one window, on the clock of its case.
    let makeHost: @Sendable (VirtualClock) -> any Host

    /// - Parameters:
    ///   - address: Where all cases are run; nil where their headers say so.
    ///   - isCompared: Whether cases run in this process as well, and what comes of them is compared.
    ///   - date: The real time since 1970.
    ///   - moveTime: Moves the time of the servers, which stands still otherwise; nil where it is real, as it always is but
    ///     for servers of this process.
    ///   - makeHost: Makes what opens the pages of one window, on the clock of its case.
    package init(
        address: ServerAddress? = nil, isCompared: Bool = false, date: @escaping @Sendable () -> Duration,
        moveTime: (@Sendable (Duration) -> Void)? = nil, makeHost: @escaping @Sendable (VirtualClock) -> any Host
    ) {
        self.address = address
        self.isCompared = isCompared
        self.date = date
        self.moveTime = moveTime
        self.makeHost = makeHost
    }
}
