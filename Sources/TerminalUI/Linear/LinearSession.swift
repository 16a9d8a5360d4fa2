import CLibrary
import LiveClient
import Simulator

/// A page that is read line by line in a terminal, worked by a person.
///
/// The page is open already; the session tells it until the person quits. It asks nothing of the terminal but that it shows
/// what is written to it, so `TERM=dumb` will do.
package struct LinearSession {
    private let simulator: Simulator
    private let rings: Bool
    private let now: () -> Duration

    /// - Parameters:
    ///   - simulator: The page.
    ///   - rings: Whether the bell rings at a banner of an error.
    ///   - now: The real time since the simulator's clock started.
    package init(simulator: Simulator, rings: Bool = false, now: @escaping () -> Duration) {
        self.simulator = simulator
        self.rings = rings
        self.now = now
    }

    /// Takes the terminal, tells the page until the person quits or a signal ends it, and gives the terminal back.
    ///
    /// - Returns: The status for the program to exit with: 0, or 128 and the number of the signal.
    /// - Throws: When there is no terminal; nothing has been written to it then.
    package func run() throws(TerminalError) -> Int32 {
        let pipe = try WakePipe()
        SignalGuard.install(wake: pipe.writing)
        defer { SignalGuard.remove() }
        let terminal = try LineTerminal(input: STDIN_FILENO, output: STDOUT_FILENO)
        SignalGuard.restoreAtExit()
        defer { terminal.close() }
        let watch = BusyWatch(input: STDIN_FILENO)
        watch.start()
        defer { watch.stop() }
        simulator.client.onActivity = { pipe.wake() }
        defer { simulator.client.onActivity = nil }
        let loop = LinearLoop(
            interface: LinearInterface(simulator: simulator, columns: terminal.columns, rings: rings, now: now),
            terminal: terminal,
            events: PollingEventSource(input: STDIN_FILENO, pipe: pipe, watch: watch, now: now), now: now)
        return loop.run().map { 128 + $0 } ?? 0
    }
}
