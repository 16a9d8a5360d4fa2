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
    private let recorder: SessionRecorder?
    private let now: () -> Duration
    private let usesMouse: Bool
    private let rings: Bool
    private let sidePanel: (any SidePanel)?
    private let looks: TerminalLooks
    private let keyFile: KeyFile?
    private let directory: AppDirectory
    private let companion: (any PageCompanion)?
    private let target: ((NodeID) -> String?)?

    /// - Parameters:
    ///   - simulator: The page.
    ///   - recorder: What the sessions of the page say that they do, for the inspector.
    ///   - usesMouse: Whether clicks and the wheel work the page from the start; a key leaves them to the terminal.
    ///   - rings: Whether the bell rings at a banner of an error.
    ///   - sidePanel: What stands beside the page.
    ///   - keyFile: The person's own map of keys.
    ///   - directory: What the app has beside the page.
    ///   - companion: What goes on beside the page and may end the session.
    ///   - target: The target by which scenarios name an element; nil for one that none means alone.
    ///   - looks: How the person wants the terminal to look.
    ///   - now: The real time since the simulator's clock started.
    package init(
        simulator: Simulator, recorder: SessionRecorder? = nil, usesMouse: Bool = true,
        rings: Bool = false, sidePanel: (any SidePanel)? = nil, keyFile: KeyFile? = nil,
        directory: AppDirectory = AppDirectory(), companion: (any PageCompanion)? = nil,
        target: ((NodeID) -> String?)? = nil, looks: TerminalLooks = TerminalLooks(),
        now: @escaping () -> Duration
    ) {
        self.looks = looks
        self.simulator = simulator
        self.recorder = recorder
        self.usesMouse = usesMouse
        self.rings = rings
        self.sidePanel = sidePanel
        self.keyFile = keyFile
        self.directory = directory
        self.companion = companion
        self.target = target
        self.now = now
    }

    /// Takes the terminal, shows the page until the person quits or a signal ends it, and gives the terminal back.
    ///
    /// - Returns: The status for the program to exit with: 0, or 128 and the number of the signal.
    /// - Throws: When there is no terminal that will do; nothing has been written to it then.
    package func run() throws(TerminalError) -> Int32 {
        defer { simulator.client.onActivity = nil }
        return try Terminal.show(usesMouse: usesMouse, looks: looks, now: now) { size, wake in
            simulator.client.onActivity = wake
            let interface = Interface(
                simulator: simulator, recorder: recorder, size: size, isMouseOn: usesMouse,
                sidePanel: sidePanel, keyFile: keyFile, directory: directory,
                clipboard: getenv("TMUX") == nil ? .terminal : .tmux,
                history: sidePanel == nil ? PageHistory() : nil, target: target, now: now)
            interface.companion = companion
            interface.rings = rings
            if !looks.problems.isEmpty { interface.problems.tell(looks.problems.joined(separator: "\n")) }
            return interface
        }
    }
}
