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
            exit(status.rawValue)
        } catch {
            let message = RootCommand<App>.fullMessage(for: error)
            if RootCommand<App>.exitCode(for: error) == .success {
                print(message)
                exit(ExitStatus.success.rawValue)
            }
            StandardError.write(message)
            exit(ExitStatus.unusable.rawValue)
        }
        exit(ExitStatus.success.rawValue)
    }
}
