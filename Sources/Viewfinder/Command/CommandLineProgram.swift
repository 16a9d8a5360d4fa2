import ArgumentParser

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The command line of an app: its commands, its exit codes, where its words go.
enum CommandLineProgram<App: ViewfinderApp> {
    static func run() -> Never {
        do {
            var command = try RootCommand<App>.parseAsRoot()
            try command.run()
        } catch let status as ExitStatus {
            exit(status.code)
        } catch {
            let message = RootCommand<App>.fullMessage(for: error)
            if RootCommand<App>.exitCode(for: error) == .success {
                print(message)
                exit(ExitStatus.success.code)
            }
            StandardError.print(message)
            exit(ExitStatus.unusable.code)
        }
        exit(ExitStatus.success.code)
    }
}
