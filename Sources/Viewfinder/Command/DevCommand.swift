import ArgumentParser
import Basics
import CLibrary
import LiveProtocol
import Simulator
import TerminalUI
import TextLayout

/// `dev PATH`: a view in the terminal, whose program is built anew when its sources change.
struct DevCommand<App: ViewfinderApp>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "dev", abstract: "Open a view, and build and go on whenever a source changes.",
            discussion: """
                Run from the build folder of the app's package, as by "swift run". When a build succeeds, the new program \
                goes on at the same address, with the history, the focus and what was typed; when it fails, the first error \
                is told over the page.
                """)
    }

    @Argument(help: "The path of the view.")
    var path = "/"

    @OptionGroup
    private var terminal: TerminalArguments

    func run() throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            try Output.errors.words("dev needs a terminal; \"render\" prints a page without one")
            throw ExitStatus.unusable
        }
        guard let program = pathOfRunningProgram().flatMap(FileSystem.realPath),
            let package = PackageFolder(ofProgram: program)
        else {
            try Output.errors.words(
                "dev builds the package that the program lies in, and there is no Package.swift above its file; "
                    + "run it by \"swift run\"")
            throw ExitStatus.unusable
        }
        if !ProgramFile.hasTakenOver() { TerminalGuardian.start() }
        let watch = DevelopmentWatch(package)
        let (simulator, status) = try show(watch)
        watch.stop()
        guard watch.isOver else { throw ExitStatus(code: status) }
        Handover.leave(simulator.pageState)
        do throws(FileFailure) {
            try watch.takeOver()
        } catch {
            try Output.errors.words("the program was built anew, and does not start: \(error.reason)")
            throw ExitStatus.unusable
        }
    }

    /// Shows the page until the person quits, or the program was built anew.
    private func show(_ watch: DevelopmentWatch) throws -> (Simulator, Int32) {
        var options = try terminal.options()
        let start = RealTime.monotonic
        let recorder = SessionRecorder(wantsCallbacks: true)
        let simulator = try PageFactory<App>().open(
            path, goingOnFrom: Handover.take(), size: Size(columns: 80, rows: 24),
            clock: VirtualClock(epoch: RealTime.date, following: { RealTime.monotonic - start }), observer: recorder,
            reloadsTemplates: true)
        options.recorder = recorder
        options.companion = watch
        options.directory = PageFactory<App>().directory
        options.target = simulator.scenarioTargets
        do {
            let status = try TerminalSession(simulator: simulator, options: options) { RealTime.monotonic - start }
                .run()
            return (simulator, status)
        } catch {
            try Output.errors.words(error.message)
            throw ExitStatus.unusable
        }
    }
}
