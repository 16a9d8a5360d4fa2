import ArgumentParser
import Basics
import CLibrary
import Scenarios
import Simulator
import TerminalUI
import TextLayout

/// `play FILE`: a scenario, or the trace of one, stepped through in the terminal.
struct PlayCommand<App: ViewfinderApp, Network: NetworkAccess>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "play", abstract: "Watch a scenario, or a trace of one, step by step.",
            discussion: """
                A scenario is run first, as by "test"; then each of its steps can be looked at, forward and back, with \
                the picture after it, the inspector, and failures in full. A trace is what "test --trace" wrote, here or \
                on another machine. Without a terminal the pictures are printed. Exit code 2: the file cannot be played.
                """)
    }

    @Argument(help: "A scenario file or a trace; FILE:LINE plays the case at that line, such as a table's row.")
    var file: String

    @Option(help: "Steps a second.")
    var pace = 1.0

    @Option(help: "The step to begin with, paused.")
    var step: Int?

    @OptionGroup
    private var scenarios: ScenarioOptions

    @OptionGroup
    private var terminal: TerminalArguments

    func validate() throws {
        guard pace.isFinite, pace >= 0.01, pace <= 100 else {
            throw ValidationError("--pace takes a number from 0.01 to 100")
        }
        if let step, step < 1 { throw ValidationError("--step counts from 1, found \(step)") }
    }

    func run() throws {
        let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        let options = isTerminal ? try terminal.options() : TerminalOptions()
        if isTerminal { TerminalGuardian.start() }
        let playedFile = try readFile()
        let cases = playedFile.cases
        if let step, !cases.contains(where: { step <= $0.steps.count }) {
            throw ValidationError("--step \(step): there are only \(cases.map(\.steps.count).max() ?? 0) steps")
        }
        let first = (step ?? 1) - 1
        guard isTerminal else {
            for played in cases where first < played.steps.count {
                try PlayPrinter.text(of: played, from: first) { try Output.standard.words($0) }
            }
            return
        }
        let start = RealTime.monotonic
        let place = cases.firstIndex { first < $0.steps.count } ?? 0
        let session = PlayerSession(
            cases: cases, pace: pace, start: (place, first), isPlaying: step == nil, looks: options.looks
        ) { RealTime.monotonic - start }
        throw try ExitStatus(
            code: inTerminal { () throws(TerminalError) in
                switch try session.run() {
                case .quit(let status): return status
                case .goOn(let played): return try goOn(playedFile, played, options)
                }
            })
    }

    /// - Throws: `ExitStatus` when the file cannot be played, after saying why.
    private func readFile() throws -> PlayedFile {
        do throws(TraceProblem) {
            if let trace = try Trace.find(in: file) { return try PlayedFile(trace, path: file) }
        } catch {
            try Output.errors.words(error.message)
            throw ExitStatus.unusable
        }
        guard !FileSystem.isFolder(file) else {
            throw ValidationError("play takes one file; \(ReadableText.quote(file)) is a folder")
        }
        let plan: SuitePlan
        switch SuitePlanner(reader: scenarios.variables.reader).plan(paths: [file]) {
        case .planned(let planned): plan = planned
        case .unusable(let words), .nothing(let words):
            try Output.errors.words(words)
            throw ExitStatus.unusable
        }
        if Network.makeHost == nil, let need = plan.networkNeed { try WebProgram.takeOver(for: need) }
        return try PlayedFile(plan) { makeObservers in
            ScenarioRunner(
                of: App.self, scenarios, server: Network.makeHost.map { ServerAccess(by: $0) },
                makeObservers: makeObservers)
        }
    }

    /// Works the page of a case by hand, where its steps have left it; its time goes on as real time does.
    private func goOn(
        _ file: PlayedFile, _ played: Int, _ options: TerminalOptions
    ) throws(TerminalError) -> Int32 {
        guard let page = file.page(after: played) else { return 0 }
        var options = options
        options.target = page.scenarioTargets
        let start = RealTime.monotonic
        let time = page.clock.now
        return try TerminalSession(simulator: page, options: options) { time + RealTime.monotonic - start }.run()
    }

    private func inTerminal(_ body: () throws(TerminalError) -> Int32) throws -> Int32 {
        do throws(TerminalError) {
            return try body()
        } catch {
            try Output.errors.words(error.message)
            throw ExitStatus.unusable
        }
    }
}
