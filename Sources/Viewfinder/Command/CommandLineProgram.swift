import ArgumentParser
import CLibrary
import TextLayout

extension ViewfinderApp {
    /// Runs the command line and ends the process with its exit code.
    public static func main() {
        CommandLineProgram<Self>.run()
    }
}

/// The command line of an app: its commands, its exit codes, where its words go.
private enum CommandLineProgram<App: ViewfinderApp> {
    static func run() -> Never {
        do {
            var command = try RootCommand<App>.parseAsRoot()
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
        let message = onOneLine(CommandLine.arguments.dropFirst(), in: RootCommand<App>.fullMessage(for: error))
        do throws(Output.Failure) {
            if RootCommand<App>.exitCode(for: error) == .success {
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
private struct RootCommand<App: ViewfinderApp>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: CommandLine.arguments.first.map {
                ReadableText.quote($0.split(separator: "/").last ?? "viewfinder")
            },
            abstract: "Runs live views in the terminal.",
            discussion: """
                Without a subcommand, the view at / opens. When the output is not a terminal, the page is printed as \
                text instead.
                """,
            subcommands: [
                OpenCommand<App>.self, ViewsCommand<App>.self, RenderCommand<App>.self, TestCommand<App>.self,
                TemplateCommand<App>.self, ScenarioCommand.self,
            ],
            defaultSubcommand: OpenCommand<App>.self)
    }
}

/// What the process tells its caller.
struct ExitStatus: Error, Hashable {
    let code: Int32

    static let success = ExitStatus(code: 0)
    /// Scenarios failed.
    static let failure = ExitStatus(code: 1)
    /// The call, a script, or the terminal cannot be used.
    static let unusable = ExitStatus(code: 2)
}
