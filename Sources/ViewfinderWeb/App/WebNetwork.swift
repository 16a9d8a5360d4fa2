import ArgumentParser
import LiveProtocol
import LiveRemote
import Viewfinder

/// The network as a command line has it: pages by their addresses, views for others.
enum WebNetwork: NetworkAccess {
    static func commands<App: ViewfinderApp>(for app: App.Type) -> [any ParsableCommand.Type] {
        [AttachCommand<App>.self, ServeCommand<App>.self]
    }

    static var makeHost: (@Sendable () -> any Host)? { { RemoteHost() } }
}
