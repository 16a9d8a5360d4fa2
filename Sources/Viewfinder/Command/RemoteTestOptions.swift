import ArgumentParser
import LiveClient
import LiveProtocol
import Scenarios

/// The servers elsewhere on which `test` runs cases.
struct RemoteTestOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Run the scenarios on pages of a server elsewhere, in real time; \"scenario explain servers\" tells of more.",
            valueName: "address"))
    private var url: ServerAddress?

    @Option(
        help: ArgumentHelp(
            "Run each case in process and on a server elsewhere, and show where what they look like differs.",
            valueName: "address"))
    private var compare: ServerAddress?

    @OptionGroup(title: "Options for servers elsewhere")
    private var remote: RemoteArguments

    func validate() throws {
        if url != nil, compare != nil { throw ValidationError("--url and --compare do not go together") }
        if url == nil, compare == nil, !remote.isEmpty {
            throw ValidationError("--header, --cookie, --cookies and --socket go with --url or --compare")
        }
    }

    /// The option that asks for a server elsewhere; nil when none does.
    var need: String? { compare != nil ? "--compare" : url != nil ? "--url" : nil }

    /// Whether nothing is run in this process.
    var isElsewhere: Bool { url != nil }

    /// The cookies that windows begin with.
    ///
    /// - Throws: For a cookie without name, or a file that cannot be used.
    func initialCookies() throws -> [InitialCookie] {
        try (url ?? compare).map { try remote.initialCookies(for: $0.origin) } ?? []
    }

    /// How the run reaches servers elsewhere.
    ///
    /// - Parameter makeHost: Makes a host that opens addresses of servers.
    func access(by makeHost: @escaping @Sendable (HostOptions) -> any Host) -> ServerAccess {
        let options = HostOptions(remote)
        return ServerAccess(
            address: url ?? compare, isCompared: compare != nil, date: { RealTime.date },
            makeHost: { _ in makeHost(options) })
    }
}

extension ServerAccess {
    /// Reaches the servers that scenarios themselves name.
    ///
    /// - Parameter makeHost: Makes a host that opens addresses of servers.
    init(by makeHost: @escaping @Sendable (HostOptions) -> any Host) {
        let options = HostOptions(RemoteArguments())
        self.init(address: nil, isCompared: false, date: { RealTime.date }, makeHost: { _ in makeHost(options) })
    }
}

extension ServerAddress: ExpressibleByArgument {
    /// Reads `http://127.0.0.1:8000`.
    public init?(argument: String) { self.init(argument) }
}
