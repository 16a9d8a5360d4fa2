import CNcurses
import TextLayout

/// The terminal that the program was started in.
enum Terminal {
    /// Takes the terminal, shows an interface until the person quits or a signal ends it, and gives the terminal back.
    ///
    /// - Parameters:
    ///   - usesMouse: Whether clicks and the wheel are reported from the start.
    ///   - looks: How the person wants it to look.
    ///   - now: The real time since the interface's start.
    ///   - makeInterface: Makes what is shown, of the terminal's size and of what wakes it from any thread.
    /// - Returns: The status for the program to exit with: 0, or 128 and the number of the signal.
    /// - Throws: When there is no terminal that will do; nothing has been written to it then.
    static func show(
        usesMouse: Bool, looks: TerminalLooks = TerminalLooks(), now: @escaping () -> Duration,
        _ makeInterface: (Size, _ wake: @escaping @Sendable () -> Void) -> any TerminalInterface
    ) throws(TerminalError) -> Int32 {
        let pipe = try WakePipe()
        // Signals first, so that ncurses leaves them alone.
        SignalGuard.install(wake: pipe.writing)
        defer { SignalGuard.remove() }
        let device = try CursesDevice(
            input: STDIN_FILENO, output: STDOUT_FILENO, environment: environment, usesMouse: usesMouse)
        SignalGuard.restoreAtExit()
        SignalGuard.keepErrors(in: environment["TMPDIR"] ?? "/tmp")
        defer {
            device.close()
            SignalGuard.releaseErrors()
        }
        let watch = BusyWatch(input: STDIN_FILENO)
        watch.start()
        defer { watch.stop() }
        let loop = SessionLoop(
            interface: makeInterface(device.size) { pipe.wake() }, screen: Screen(device: device),
            events: PollingEventSource(input: STDIN_FILENO, pipe: pipe, watch: watch, now: now),
            themes: ThemeFollower(
                ThemeSelection(wanted: looks.theme, depth: device.depth, environment: environment)),
            now: now)
        return loop.run().map { 128 + $0 } ?? 0
    }

    /// What of the program's environment counts here.
    private static var environment: [String: String] {
        var environment: [String: String] = [:]
        for name in ["TERM", "NO_COLOR", "COLORFGBG", "LC_ALL", "LC_CTYPE", "LANG", "TMPDIR", "TMUX"] {
            if let value = getenv(name) { environment[name] = String(cString: value) }
        }
        return environment
    }
}
