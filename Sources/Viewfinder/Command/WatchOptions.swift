import ArgumentParser
import Basics
import CLibrary
import Scenarios
import TerminalUI

/// Whether `test` goes on when all is run.
struct WatchOptions: ParsableArguments {
    @Flag(
        name: .customLong("watch"),
        help: """
            Stay, and run again what a change touches: scenarios, parts, tables, snapshots, templates, and all when the \
            program was built anew. It needs a terminal; keys are told there.
            """)
    private(set) var isOn = false

    /// Shows the scenarios until the person quits.
    ///
    /// - Throws: `ExitStatus` always.
    func run(_ suite: SuiteWatch, of routes: [Route]) throws -> Never {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            try Output.errors.words("--watch needs a terminal; without one, run \"test\" alone")
            throw ExitStatus.unusable
        }
        if !ProgramFile.hasTakenOver() { TerminalGuardian.start() }
        var templates: [TemplateLibrary] = []
        for library in routes.compactMap(\.templates) where !templates.contains(where: { $0 === library }) {
            templates.append(library)
        }
        let watch = ScenarioWatch(suite, templates: templates)
        let chosen = try NamedTheme.find(option: nil)
        let looks = TerminalLooks(theme: chosen?.theme, problems: chosen?.problems ?? [])
        let start = RealTime.monotonic
        let status: Int32
        do throws(TerminalError) {
            status = try WatchSession(suite: watch, looks: looks) { RealTime.monotonic - start }.run()
        } catch {
            try Output.errors.words(error.message)
            throw ExitStatus.unusable
        }
        guard watch.isOver else { throw ExitStatus(code: status) }
        do throws(FileFailure) {
            try watch.takeOver()
        } catch {
            try Output.errors.words("the program was built anew, and does not start: \(error.reason)")
            throw ExitStatus.unusable
        }
    }
}
