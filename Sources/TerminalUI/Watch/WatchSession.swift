/// Scenarios that are watched, in a terminal.
package struct WatchSession {
    private let suite: any WatchedSuite
    private let looks: TerminalLooks
    private let now: () -> Duration

    /// - Parameters:
    ///   - looks: How the person wants the terminal to look.
    ///   - now: The real time since the start.
    package init(suite: any WatchedSuite, looks: TerminalLooks = TerminalLooks(), now: @escaping () -> Duration) {
        self.suite = suite
        self.looks = looks
        self.now = now
    }

    /// Takes the terminal, shows the scenarios until the person quits, a signal ends it, or the program is to start anew, and
    /// gives the terminal back.
    ///
    /// - Returns: The status for the program to exit with: 0, or 128 and the number of the signal.
    /// - Throws: When there is no terminal that will do; nothing has been written to it then.
    package func run() throws(TerminalError) -> Int32 {
        try Terminal.show(usesMouse: true, looks: looks, now: now) { size, wake in
            suite.start(wake: wake)
            return WatchInterface(suite: suite, size: size)
        }
    }
}
