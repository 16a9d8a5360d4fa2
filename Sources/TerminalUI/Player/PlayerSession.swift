import Simulator
import TextLayout

/// Cases that were run, in a terminal, stepped through by a person.
package struct PlayerSession {
    /// How the person left.
    package enum End: Equatable {
        /// With the status for the program to exit with.
        case quit(Int32)
        /// To work the page of a case by hand.
        case goOn(played: Int)
    }

    private let cases: [PlayedCase]
    private let pace: Double
    private let start: (played: Int, step: Int)
    private let isPlaying: Bool
    private let looks: TerminalLooks
    private let now: () -> Duration

    /// - Parameters:
    ///   - cases: At least one, each with at least one step.
    ///   - pace: Steps a second.
    ///   - start: The case and the step to begin with, counted from 0.
    ///   - isPlaying: Whether it plays from the start.
    ///   - looks: How the person wants the terminal to look.
    ///   - now: The real time since the start.
    package init(
        cases: [PlayedCase], pace: Double = 1, start: (played: Int, step: Int) = (0, 0), isPlaying: Bool = true,
        looks: TerminalLooks = TerminalLooks(), now: @escaping () -> Duration
    ) {
        self.cases = cases
        self.pace = pace
        self.start = start
        self.isPlaying = isPlaying
        self.looks = looks
        self.now = now
    }

    /// Takes the terminal, shows the cases until the person quits or a signal ends it, and gives the terminal back.
    ///
    /// - Throws: When there is no terminal that will do; nothing has been written to it then.
    package func run() throws(TerminalError) -> End {
        var interface: PlayerInterface?
        let status = try Terminal.show(usesMouse: true, looks: looks, now: now) { size, _ in
            let made = PlayerInterface(
                cases: cases, size: size, interval: .seconds(1) / pace, start: start, isPlaying: isPlaying)
            interface = made
            return made
        }
        if let interface, interface.isToGoOn { return .goOn(played: interface.position.played) }
        return .quit(status)
    }
}
