import ArgumentParser
import CLibrary
import TextLayout

extension ViewfinderApp {
    /// Runs the command line and ends the process with its exit code.
    public static func main() {
        CommandLineProgram<Self, NoNetwork>.run()
    }
}

/// The command line of an app: its commands, its exit codes, where its words go.
///
/// A module that brings a network makes one with its own.
package enum CommandLineProgram<App: ViewfinderApp, Network: NetworkAccess> {
    /// Does what the arguments of the process say, and ends it.
    package static func run() -> Never {
        do {
            var command = try RootCommand<App, Network>.parseAsRoot(
                SelectionOptions.completing(Array(CommandLine.arguments.dropFirst())))
            try checkRoutes()
            try command.run()
        } catch let status as ExitStatus {
            exit(status.code)
        } catch {
            exit(tell(error).code)
        }
        exit(ExitStatus.success.code)
    }

    /// - Throws: `ExitStatus` when a route has a path that no address can match, after saying so.
    private static func checkRoutes() throws {
        let problems = App().routes.compactMap(\.problem)
        guard !problems.isEmpty else { return }
        try? Output.errors.words(problems.joined(separator: "\n"))
        throw ExitStatus.unusable
    }

    /// Says why nothing was run; also the help that was asked for comes here.
    private static func tell(_ error: any Error) -> ExitStatus {
        let message = onOneLine(
            CommandLine.arguments.dropFirst(), in: RootCommand<App, Network>.fullMessage(for: error))
        do throws(Output.Failure) {
            if RootCommand<App, Network>.exitCode(for: error) == .success {
                try Output.standard.data(message + "\n")
                return .success
            }
            try Output.errors.words(message)
        } catch {
            // Where errors go may be full as well; then the exit code has to say it alone.
            try? Output.errors.words(error.description)
        }
        return .unusable
    }

    /// The parser quotes what was typed as it stands. Ends of lines in it would pass for words of the program's own, and
    /// what is long would hide them.
    private static func onOneLine(_ arguments: some Sequence<String>, in message: String) -> String {
        let pieces = arguments.flatMap { [$0] + $0.split(separator: "=", maxSplits: 1).map(String.init) }
        return pieces.reduce(message) { message, piece in
            let shown = ReadableText.quote(piece)
            guard shown != piece, !piece.allSatisfy(\.isWhitespace) else { return message }
            return message.replacing(piece, with: shown)
        }
    }
}

/// The command without a name, which opens the first view.
private struct RootCommand<App: ViewfinderApp, Network: NetworkAccess>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: ProgramName.own,
            abstract: "Runs live views in the terminal.",
            discussion: """
                Without a subcommand, the view at / opens. When the output is not a terminal, the page is printed as \
                text instead. "scenario" begins, checks and explains scenario files, which "test" runs; each command has \
                a --help of its own.
                """,
            subcommands: [
                OpenCommand<App>.self, DevCommand<App>.self, ViewsCommand<App>.self, RenderCommand<App>.self,
                TestCommand<App, Network>.self, PlayCommand<App, Network>.self, RecordCommand<App, Network>.self,
                TemplateCommand<App>.self, ScenarioCommand<App>.self, KeysCommand.self, ThemeCommand.self,
            ] + Network.commands(for: App.self),
            defaultSubcommand: OpenCommand<App>.self)
    }
}

/// What the process tells its caller.
package struct ExitStatus: Error, Hashable {
    package let code: Int32

    package init(code: Int32) { self.code = code }

    package static let success = ExitStatus(code: 0)
    /// Scenarios failed.
    package static let failure = ExitStatus(code: 1)
    /// The call, a script, or the terminal cannot be used.
    package static let unusable = ExitStatus(code: 2)
}
