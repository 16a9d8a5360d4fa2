import ArgumentParser
import CLibrary
import TextLayout

/// The command line of an app: its commands, its exit codes, where its words go.
enum CommandLineProgram<App: ViewfinderApp> {
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
