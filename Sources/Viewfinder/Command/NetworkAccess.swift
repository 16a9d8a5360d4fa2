import ArgumentParser
import LiveProtocol

/// What a command line has of the network: that of `ViewfinderWeb` opens addresses of servers, and others have none.
///
/// It is a type and not a value, since commands are made of types.
package protocol NetworkAccess: Sendable {
    /// The commands that need a network, for one app.
    static func commands<App: ViewfinderApp>(for app: App.Type) -> [any ParsableCommand.Type]

    /// Makes a host that opens addresses of servers elsewhere; nil where this program cannot reach any.
    static var makeHost: (@Sendable (HostOptions) -> any Host)? { get }
}

/// How a host elsewhere is to be asked.
package struct HostOptions: Sendable {
    /// What goes with every request.
    package var headers: [RequestHeader]
    /// The path of its live socket; nil for what the page says.
    package var socketPath: String?

    package init(_ arguments: RemoteArguments) {
        headers = arguments.headers
        socketPath = arguments.socketPath
    }
}

/// A command line that reaches no server itself: what needs one is done by the program that does, which lies beside it.
package enum NoNetwork: NetworkAccess {
    package static func commands<App: ViewfinderApp>(for app: App.Type) -> [any ParsableCommand.Type] {
        [AttachElsewhere.self, ServeElsewhere.self]
    }

    package static var makeHost: (@Sendable (HostOptions) -> any Host)? { nil }
}

/// `attach …`, as the other program has it.
private struct AttachElsewhere: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "attach", abstract: "Open a page of a server elsewhere in the terminal.", helpNames: [])
    }

    @Argument(parsing: .captureForPassthrough, help: "What the other program takes.")
    var arguments: [String] = []

    func run() throws { try WebProgram.takeOver(for: "attach") }
}

/// `serve …`, as the other program has it.
private struct ServeElsewhere: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve", abstract: "Serve the views to other terminals and to browsers.", helpNames: [])
    }

    @Argument(parsing: .captureForPassthrough, help: "What the other program takes.")
    var arguments: [String] = []

    func run() throws { try WebProgram.takeOver(for: "serve") }
}
