import ArgumentParser
import Basics
import CLibrary
import LiveServer
import Logging
import TextLayout
import Viewfinder

/// `serve`: the app's views for other terminals, and for browsers.
struct ServeCommand<App: ViewfinderApp>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "serve", abstract: "Serve the views to other terminals and to browsers.",
            discussion: """
                Other terminals open a view by attach and its address. Browsers show the views; with --client-js they also \
                use them. Nobody beyond this machine reaches the server unless --host says so. SIGINT or SIGTERM ends it, \
                and gives sessions 5 seconds to leave.
                """)
    }

    @Option(help: "The address of this machine to listen at; 0.0.0.0 for all of them.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen at; 0 for one that is free.")
    var port = 4000

    @Option(
        name: .customLong("name"),
        help: "What else the server may be called in requests, such as the name of a proxy; may be repeated.")
    var names: [String] = []

    @Option(
        help: """
            A file of at least 32 bytes that tokens are signed with, so that pages outlive a restart. (default: a random \
            secret)
            """)
    var secretFile: String?

    @Option(
        name: .customLong("client-js"),
        help: "The folder with phoenix.js and phoenix_live_view.js, which browsers need to use the views.")
    var clientFolder: String?

    @Flag(help: "Tell figures at /metrics, in Prometheus' text form.")
    var metrics = false

    @Flag(help: "Write nothing of requests and sockets.")
    var quiet = false

    func run() throws {
        let factory = PageFactory<App>()
        var options = ServerOptions()
        options.host = host
        options.port = port
        options.names = names
        options.secret = try secret
        options.clientFolder = clientFolder
        options.metrics = metrics
        options.logger = factory.logger ?? (quiet ? nil : Logger(label: "viewfinder") { _ in LineLog() })
        let server = LiveServer(
            routes: factory.routes, layout: factory.layout, sessionLimits: factory.limits, options: options,
            now: { RealTime.date })
        let signals = EndingSignals()
        do throws(ServerFailure) {
            try server.start()
        } catch {
            try Output.errors.words(error.description)
            throw ExitStatus.unusable
        }
        let (host, port) = server.address
        let shown = host.contains(":") ? "[\(host)]" : host
        try Output.standard.words("Serving \(factory.routes.list.count) views at http://\(shown):\(port)")
        signals.wait()
        server.stop(within: .seconds(5))
    }

    private var secret: [UInt8]? {
        get throws {
            guard let secretFile else { return nil }
            do throws(FileFailure) {
                return try FileSystem.contents(of: secretFile, limit: 1 << 20)
            } catch {
                throw ValidationError("\(ReadableText.quote(secretFile)): \(error.reason)")
            }
        }
    }
}
