import CLibrary
import HTMLTree
import LiveClient
import LiveProtocol
import Simulator

/// A page in a terminal, worked by a person.
///
/// The page is open already; the session gives it its size and shows it until the person quits.
package struct TerminalSession {
    private let simulator: Simulator
    private let options: TerminalOptions
    private let now: () -> Duration

    /// - Parameter now: The real time since the simulator's clock started.
    package init(simulator: Simulator, options: TerminalOptions = TerminalOptions(), now: @escaping () -> Duration) {
        self.simulator = simulator
        self.options = options
        self.now = now
    }

    /// Takes the terminal, shows the page until the person quits or a signal ends it, and gives the terminal back.
    ///
    /// - Returns: The status for the program to exit with: 0, or 128 and the number of the signal.
    /// - Throws: When there is no terminal that will do; nothing has been written to it then.
    package func run() throws(TerminalError) -> Int32 {
        defer { simulator.client.onActivity = nil }
        return try Terminal.show(usesMouse: options.usesMouse, looks: options.looks, now: now) { size, wake in
            simulator.client.onActivity = wake
            return Interface(
                simulator: simulator, size: size, options: options,
                clipboard: getenv("TMUX") == nil ? .terminal : .tmux,
                history: options.sidePanel == nil ? PageHistory() : nil, now: now)
        }
    }
}
