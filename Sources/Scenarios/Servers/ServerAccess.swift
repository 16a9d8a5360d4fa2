import LiveProtocol

/// How a run reaches servers elsewhere.
package struct ServerAccess {
    /// Where all cases are run, whatever their headers say; nil where each says so itself.
    let address: ServerAddress?
    /// The real time since 1970, by which cookies end.
    let date: () -> Duration
    /// Makes what opens the pages of one window, on the clock of its case.
    let makeHost: (VirtualClock) -> any Host

    /// - Parameters:
    ///   - address: Where all cases are run; nil where their headers say so.
    ///   - date: The real time since 1970.
    ///   - makeHost: Makes what opens the pages of one window, on the clock of its case.
    package init(
        address: ServerAddress? = nil, date: @escaping () -> Duration, makeHost: @escaping (VirtualClock) -> any Host
    ) {
        self.address = address
        self.date = date
        self.makeHost = makeHost
    }
}
