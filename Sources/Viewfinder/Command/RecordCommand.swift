import ArgumentParser
import Basics
import CLibrary
import LiveProtocol
import Scenarios
import Simulator
import TerminalUI
import TextLayout

/// `record FILE PATH`: a view in the terminal, and a scenario of all that is done to it.
struct RecordCommand<App: ViewfinderApp, Network: NetworkAccess>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "record", abstract: "Open a view, and write down what is done there as a scenario.",
            discussion: """
                The scenario stands beside the page as it grows. F2 expects what the focused element holds, F3 the newest \
                banner, F4 a text that the mouse marks; F6 adds a snapshot, F8 takes the last step back. At the end the \
                file is run once. Exit code 0: it passes. 1: it does not, and the step is marked in the file. 2: there is \
                no terminal, or nothing can be recorded.
                """)
    }

    @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Argument(help: "The path of the view, or the address of a page elsewhere.")
    var path = "/"

    @Flag(help: "Add the steps to the scenario that is in the file.")
    var append = false

    @Flag(help: "Begin the file anew; what is in it is kept as FILE~.")
    var overwrite = false

    @Option(help: "What the scenario shows, in one line. (default: asked for at the end)")
    var title: String?

    @OptionGroup(title: "Options for pages elsewhere")
    private var remote: RemoteArguments

    @OptionGroup
    private var terminal: TerminalArguments

    func validate() throws {
        if append, overwrite { throw ValidationError("--append and --overwrite do not go together") }
        if !remote.isEmpty, address == nil {
            throw ValidationError("--header, --cookie, --cookies and --socket go with the address of a page")
        }
    }

    func run() throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            try Output.errors.words("record: there is no terminal; a person's deeds are recorded in one")
            throw ExitStatus.unusable
        }
        if address != nil, Network.makeHost == nil { try WebProgram.takeOver(for: "record") }
        let options = try terminal.options()
        let file = try recordingFile()
        let page: RecordedPage<App, Network>
        do {
            page = try RecordedPage(path, at: address, remote)
        } catch {
            file.removePartial()
            throw error
        }
        try record(page, to: file, options)
    }

    private func record(_ page: RecordedPage<App, Network>, to file: RecordingFile, _ options: TerminalOptions) throws {
        TerminalGuardian.start()
        var script = RecordedScript()
        script.url = address?.server.origin
        let recorder = Recorder(of: page.simulator, script: script, fileName: file.name)
        recorder.onChange = { file.keepPartial(recorder.current) }
        recorder.start(at: page.path)
        let panel = RecordingPanel(of: recorder, on: page.simulator, path: self.file, title: file.isWhole ? title : "")
        let status: Int32
        do {
            var options = options
            options.recorder = page.sessions
            options.sidePanel = panel
            options.target = page.simulator.scenarioTargets
            status = try TerminalSession(simulator: page.simulator, options: options) { page.now }.run()
        } catch {
            file.removePartial()
            try Output.errors.words(error.message)
            throw ExitStatus.unusable
        }
        guard status == 0 else {
            try Output.errors.words("The recording was cut off; what there is of it is in \(file.partialPath).")
            throw ExitStatus(code: status)
        }
        script = recorder.finished
        script.title = panel.scenarioTitle ?? ""
        page.simulator.client.close()
        try finish(script, in: file, size: page.simulator.size, page)
    }

    private func finish(
        _ script: RecordedScript, in file: RecordingFile, size: Size, _ page: RecordedPage<App, Network>
    ) throws {
        let outcome: RecordingCheck.Outcome
        do throws(FileFailure) {
            outcome = try RecordingCheck(of: file, by: page.runner).finish(script, size: size)
        } catch {
            let name = ReadableText.quote(file.path)
            try Output.errors.words(
                "\(name) cannot be written: \(error.reason). What was recorded is in \(file.partialPath).")
            throw ExitStatus.unusable
        }
        let name = ReadableText.quote(file.path)
        if file.hasOlderPartial {
            try Output.errors.words("An earlier recording that was cut off is in \(file.olderPartialPath).")
        }
        guard outcome.passed else {
            try Output.errors.words(outcome.words)
            try Output.errors.words("\(name) is written, but does not pass.")
            throw ExitStatus.failure
        }
        try Output.standard.words("\(name) is written, and passes.")
    }

    /// The page's address, where it is one of a server elsewhere.
    private var address: ServerPage? { ServerPage(path) }

    /// The file, after asking what becomes of one that is there.
    private func recordingFile() throws -> RecordingFile {
        do {
            return try RecordingFile(path: file, mode: try mode())
        } catch let problem as RecordingProblem {
            try Output.errors.words(problem.message)
            throw ExitStatus.unusable
        }
    }

    private func mode() throws -> RecordingFile.Mode {
        if append { return .appending }
        guard !overwrite, FileSystem.status(of: file) != nil else { return .anew }
        let question =
            "\(ReadableText.quote(file)) is there already: (a)dd steps to it, (s)tart anew, or (c)ancel? "
        while true {
            try Output.standard.prompt(question)
            switch readLine()?.lowercased() {
            case "a", "add", "append": return .appending
            case "s", "start", "anew": return .anew
            case "c", "cancel", nil: throw ExitStatus.unusable
            case _: continue
            }
        }
    }
}
