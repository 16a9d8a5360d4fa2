import ArgumentParser
import LiveProtocol
import LiveRemote
import Viewfinder

/// The network as a command line has it: pages by their addresses, views for others.
enum WebNetwork: NetworkAccess {
    static func commands<App: ViewfinderApp>(for app: App.Type) -> [any ParsableCommand.Type] {
        [AttachCommand<App>.self, ServeCommand<App>.self]
    }

    static var makeHost: (@Sendable (HostOptions) -> any Host)? { { host($0) } }

    /// A host that asks servers elsewhere as the options say.
    static func host(_ options: HostOptions) -> any Host {
        var remote = RemoteOptions()
        remote.headers = options.headers.map { ($0.name, $0.value) }
        remote.socketPath = options.socketPath
        return RemoteHost(options: remote)
    }
}
