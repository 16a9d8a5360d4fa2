import ArgumentParser
import CLibrary
import LiveProtocol
import TerminalUI
import TextLayout

/// `open PATH`: one view, interactive on a terminal, printed elsewhere.
struct OpenCommand<App: ViewfinderApp>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "open", abstract: "Open a view in the terminal, or print it when piped.")
    }

    @Argument(help: "The path of the view.")
    var path = "/"

    @Flag(help: "Read the page line by line, as screen readers and braille lines follow it (as with TERM=dumb).")
    var linear = false

    @OptionGroup
    private var terminal: TerminalArguments

    func run() throws {
        terminal.looksOptions.useWidths()
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            let printer = PagePrinter<App>(size: Size(columns: 80, rows: 24))
            return try Output.standard.data(try printer.page(at: path) + "\n")
        }
        var options = try terminal.options()
        TerminalGuardian.start()
        let start = RealTime.monotonic
        let recorder = SessionRecorder(wantsCallbacks: true)
        let simulator = try PageFactory<App>().open(
            path, size: Size(columns: 80, rows: 24),
            clock: VirtualClock(epoch: RealTime.date, following: { RealTime.monotonic - start }), observer: recorder,
            reloadsTemplates: true)
        options.recorder = recorder
        options.directory = PageFactory<App>().directory
        options.target = simulator.scenarioTargets
        let status: Int32
        do {
            let now = { RealTime.monotonic - start }
            if linear || Environment.value(of: "TERM") == "dumb" {
                status = try LinearSession(simulator: simulator, rings: options.rings, now: now).run()
            } else {
                status = try TerminalSession(simulator: simulator, options: options, now: now).run()
            }
        } catch {
            try Output.errors.words(error.message)
            throw ExitStatus.unusable
        }
        throw ExitStatus(code: status)
    }
}
